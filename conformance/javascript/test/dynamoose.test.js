// Dynamoose: models that make their own table, with indexes and time to live.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import dynamoose from 'dynamoose';

import { configuration, refusal } from './server.js';

const schema = new dynamoose.Schema(
    {
        id: { type: String, hashKey: true },
        kind: {
            type: String,
            rangeKey: true,
            index: { name: 'kindIndex', type: 'global', rangeKey: 'age' },
        },
        age: { type: Number },
        owner: { type: Object, schema: { name: String, phones: { type: Array, schema: [String] } } },
        colours: { type: Set, schema: [String] },
        fed: { type: Boolean, default: false },
    },
    { timestamps: true },
);

let Pet;

before(async () => {
    dynamoose.aws.ddb.set(new dynamoose.aws.ddb.DynamoDB(configuration));
    Pet = dynamoose.model('Pet', schema);
    new dynamoose.Table('DynamoosePets', [Pet], {
        create: true,
        waitForActive: true,
        throughput: 'ON_DEMAND',
        expires: { ttl: 3600 * 1000, attribute: 'expires' },
    });
    await Pet.create({ id: 'rex', kind: 'dog', age: 3, owner: { name: 'Ann', phones: ['1', '2'] } });
});

test('a model reads back what it wrote, with defaults and timestamps', async () => {
    const rex = await Pet.get({ id: 'rex', kind: 'dog' });
    assert.equal(rex.fed, false);
    assert.deepEqual(rex.owner, { name: 'Ann', phones: ['1', '2'] });
    assert.ok(rex.createdAt instanceof Date);
});

test('creating a document twice is refused', async () => {
    const error = await refusal(Pet.create({ id: 'rex', kind: 'dog' }));
    assert.equal(error.name, 'ConditionalCheckFailedException');
});

test('an update sets, adds and removes', async () => {
    await Pet.create({ id: 'tom', kind: 'cat', age: 1, colours: new Set(['black']) });
    const tom = await Pet.update(
        { id: 'tom', kind: 'cat' },
        { $ADD: { age: 2 }, $SET: { fed: true }, $REMOVE: ['colours'] },
    );
    assert.equal(tom.age, 3);
    assert.equal(tom.fed, true);
    assert.equal(tom.colours, undefined);
});

test('a query by the index comes back in the order of its range key', async () => {
    await Pet.batchPut(
        [5, 2, 9, 4].map((age) => ({ id: `hen${age}`, kind: 'hen', age })),
    );
    const hens = await Pet.query('kind').eq('hen').where('age').ge(4).using('kindIndex').exec();
    assert.deepEqual(Array.from(hens, (hen) => hen.age), [4, 5, 9]);
});

test('a scan filters and counts', async () => {
    const { count } = await Pet.scan('kind').eq('hen').and().where('age').lt(5).count().exec();
    assert.equal(count, 2);
});

test('a transaction is carried out as one', async () => {
    await dynamoose.transaction([
        Pet.transaction.create({ id: 'ox1', kind: 'ox', age: 7 }),
        Pet.transaction.update({ id: 'rex', kind: 'dog' }, { $SET: { age: 4 } }),
    ]);
    assert.equal((await Pet.get({ id: 'ox1', kind: 'ox' })).age, 7);
    assert.equal((await Pet.get({ id: 'rex', kind: 'dog' })).age, 4);
});
