// The AWS SDK for JavaScript v3: its plain, document and streams clients, waiters and paginators.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';

import {
    CreateTableCommand,
    DeleteTableCommand,
    DescribeTableCommand,
    PutItemCommand,
    UpdateTableCommand,
    paginateListTables,
    waitUntilTableExists,
    waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import {
    DescribeStreamCommand,
    GetRecordsCommand,
    GetShardIteratorCommand,
    ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import {
    BatchGetCommand,
    BatchWriteCommand,
    DeleteCommand,
    DynamoDBDocumentClient,
    GetCommand,
    PutCommand,
    QueryCommand,
    TransactWriteCommand,
    UpdateCommand,
    paginateQuery,
    paginateScan,
} from '@aws-sdk/lib-dynamodb';

import { refusal, streams, tables } from './server.js';

const TableName = 'Orders';
const documents = DynamoDBDocumentClient.from(tables, {
    marshallOptions: { removeUndefinedValues: true },
});

const customer = (n) => `customer#${n}`;
const order = (n) => `order#${String(n).padStart(4, '0')}`;

before(async () => {
    await tables.send(
        new CreateTableCommand({
            TableName,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: [
                { AttributeName: 'customer', AttributeType: 'S' },
                { AttributeName: 'order', AttributeType: 'S' },
                { AttributeName: 'state', AttributeType: 'S' },
                { AttributeName: 'amount', AttributeType: 'N' },
            ],
            KeySchema: [
                { AttributeName: 'customer', KeyType: 'HASH' },
                { AttributeName: 'order', KeyType: 'RANGE' },
            ],
            LocalSecondaryIndexes: [
                {
                    IndexName: 'by-amount',
                    KeySchema: [
                        { AttributeName: 'customer', KeyType: 'HASH' },
                        { AttributeName: 'amount', KeyType: 'RANGE' },
                    ],
                    Projection: { ProjectionType: 'KEYS_ONLY' },
                },
            ],
            GlobalSecondaryIndexes: [
                {
                    IndexName: 'by-state',
                    KeySchema: [
                        { AttributeName: 'state', KeyType: 'HASH' },
                        { AttributeName: 'order', KeyType: 'RANGE' },
                    ],
                    Projection: { ProjectionType: 'ALL' },
                },
            ],
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
    );
    await waitUntilTableExists({ client: tables, maxWaitTime: 30 }, { TableName });
});

describe('documents', () => {
    test('a document comes back as it was put', async () => {
        const document = {
            customer: customer(1),
            order: order(1),
            amount: 12.5,
            lines: [{ article: 'pen', count: 3 }, { article: 'ink', count: 1 }],
            tags: new Set(['new', 'gift']),
            numbers: new Set([1, 2, 3]),
            picture: new Uint8Array([0, 1, 254, 255]),
            note: null,
            paid: false,
            empty: {},
        };
        await documents.send(new PutCommand({ TableName, Item: document }));
        const { Item } = await documents.send(
            new GetCommand({
                TableName,
                Key: { customer: customer(1), order: order(1) },
                ConsistentRead: true,
            }),
        );
        assert.deepEqual(Item, document);
    });

    test('an update works on paths inside a document and returns what is new', async () => {
        const Key = { customer: customer(2), order: order(1) };
        await documents.send(
            new PutCommand({ TableName, Item: { ...Key, lines: [{ count: 1 }], amount: 1 } }),
        );
        const { Attributes } = await documents.send(
            new UpdateCommand({
                TableName,
                Key,
                UpdateExpression: 'SET #l[0].#c = #l[0].#c + :n, #t = if_not_exists(#s, :t)',
                ExpressionAttributeNames: {
                    '#l': 'lines',
                    '#c': 'count',
                    '#t': 'amount',
                    '#s': 'subtotal',
                },
                ExpressionAttributeValues: { ':n': 4, ':t': 99 },
                ReturnValues: 'UPDATED_NEW',
            }),
        );
        assert.deepEqual(Attributes, { lines: [{ count: 5 }], amount: 99 });
    });

    test('a failed condition is an exception with the item that was there', async () => {
        const Key = { customer: customer(3), order: order(1) };
        await documents.send(new PutCommand({ TableName, Item: { ...Key, amount: 7 } }));
        const error = await refusal(
            documents.send(
                new DeleteCommand({
                    TableName,
                    Key,
                    ConditionExpression: 'amount > :least',
                    ExpressionAttributeValues: { ':least': 10 },
                    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
                }),
            ),
        );
        assert.equal(error.name, 'ConditionalCheckFailedException');
        assert.equal(error.$metadata.httpStatusCode, 400);
        assert.match(error.$metadata.requestId, /^[A-Z0-9]{52}$/);
        assert.deepEqual(error.Item, {
            customer: { S: customer(3) },
            order: { S: order(1) },
            amount: { N: '7' },
        });
    });
});

describe('many items', () => {
    const orders = Array.from({ length: 25 }, (_, n) => ({
        customer: customer(4),
        order: order(n),
        state: n % 5 === 0 ? 'open' : 'done',
        amount: 100 - n,
    }));

    before(async () => {
        const { UnprocessedItems } = await documents.send(
            new BatchWriteCommand({
                RequestItems: { [TableName]: orders.map((Item) => ({ PutRequest: { Item } })) },
            }),
        );
        assert.deepEqual(UnprocessedItems, {});
    });

    test('a batch gets them back', async () => {
        const Keys = orders.slice(0, 10).map((each) => ({ customer: each.customer, order: each.order }));
        const { Responses, UnprocessedKeys } = await documents.send(
            new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
        );
        assert.deepEqual(UnprocessedKeys, {});
        assert.deepEqual(
            Responses[TableName].sort((a, b) => a.order.localeCompare(b.order)),
            orders.slice(0, 10),
        );
    });

    test('a paginator walks a query to its end', async () => {
        const found = [];
        const pages = paginateQuery(
            { client: documents, pageSize: 4 },
            {
                TableName,
                KeyConditionExpression: 'customer = :c AND begins_with(#o, :p)',
                ExpressionAttributeNames: { '#o': 'order' },
                ExpressionAttributeValues: { ':c': customer(4), ':p': 'order#' },
            },
        );
        for await (const page of pages) {
            assert.ok(page.Items.length <= 4);
            found.push(...page.Items);
        }
        assert.deepEqual(found, orders);
    });

    test('a local index orders by another attribute and shows keys only', async () => {
        const { Items } = await documents.send(
            new QueryCommand({
                TableName,
                IndexName: 'by-amount',
                KeyConditionExpression: 'customer = :c AND amount < :t',
                ExpressionAttributeValues: { ':c': customer(4), ':t': 79 },
                ConsistentRead: true,
            }),
        );
        assert.deepEqual(
            Items,
            [24, 23, 22].map((n) => ({ customer: customer(4), order: order(n), amount: 100 - n })),
        );
    });

    test('a global index is walked backwards by pages', async () => {
        const found = [];
        const pages = paginateQuery(
            { client: documents, pageSize: 2 },
            {
                TableName,
                IndexName: 'by-state',
                ScanIndexForward: false,
                KeyConditionExpression: '#s = :s',
                ExpressionAttributeNames: { '#s': 'state' },
                ExpressionAttributeValues: { ':s': 'open' },
            },
        );
        for await (const page of pages) {
            found.push(...page.Items.map((item) => item.order));
        }
        assert.deepEqual(found, [20, 15, 10, 5, 0].map(order));
    });

    test('four segments of a scan find every item of an index once', async () => {
        const segments = await Promise.all(
            [0, 1, 2, 3].map(async (Segment) => {
                const found = [];
                const pages = paginateScan(
                    { client: documents, pageSize: 3 },
                    { TableName, IndexName: 'by-state', Segment, TotalSegments: 4 },
                );
                for await (const page of pages) {
                    found.push(...page.Items.map((item) => item.order));
                }
                return found;
            }),
        );
        assert.deepEqual(segments.flat().sort(), orders.map((each) => each.order));
    });
});

describe('transactions', () => {
    test('a cancelled transaction tells the reason of each action and changes nothing', async () => {
        const Item = { customer: customer(5), order: order(1) };
        const error = await refusal(
            documents.send(
                new TransactWriteCommand({
                    TransactItems: [
                        { Put: { TableName, Item } },
                        {
                            ConditionCheck: {
                                TableName,
                                Key: { customer: customer(5), order: order(2) },
                                ConditionExpression: 'attribute_exists(customer)',
                            },
                        },
                    ],
                }),
            ),
        );
        assert.equal(error.name, 'TransactionCanceledException');
        assert.deepEqual(
            error.CancellationReasons.map((reason) => reason.Code),
            ['None', 'ConditionalCheckFailed'],
        );
        const { Item: found } = await documents.send(new GetCommand({ TableName, Key: Item }));
        assert.equal(found, undefined);
    });
});

describe('streams', () => {
    test('what happened to an item is read in order, shard by shard', async () => {
        const Key = { customer: customer(6), order: order(1) };
        await documents.send(new PutCommand({ TableName, Item: { ...Key, amount: 1 } }));
        await documents.send(
            new UpdateCommand({
                TableName,
                Key,
                UpdateExpression: 'ADD amount :one',
                ExpressionAttributeValues: { ':one': 1 },
            }),
        );
        await documents.send(new DeleteCommand({ TableName, Key }));
        const records = (await recordsOf(TableName)).filter(
            (record) => record.dynamodb.Keys.customer.S === customer(6),
        );
        assert.deepEqual(
            records.map((record) => [
                record.eventName,
                record.dynamodb.OldImage?.amount.N,
                record.dynamodb.NewImage?.amount.N,
            ]),
            [
                ['INSERT', undefined, '1'],
                ['MODIFY', '1', '2'],
                ['REMOVE', '2', undefined],
            ],
        );
        assert.ok(records[0].dynamodb.ApproximateCreationDateTime instanceof Date);
        const numbers = records.map((record) => BigInt(record.dynamodb.SequenceNumber));
        assert.ok(numbers[0] < numbers[1] && numbers[1] < numbers[2]);
    });

    async function recordsOf(table) {
        const { Streams } = await streams.send(new ListStreamsCommand({ TableName: table }));
        const { StreamArn } = Streams[0];
        const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
        const records = [];
        for (const { ShardId } of StreamDescription.Shards) {
            records.push(...(await recordsOfShard(StreamArn, ShardId)));
        }
        return records;
    }

    async function recordsOfShard(StreamArn, ShardId) {
        const { ShardIterator } = await streams.send(
            new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
        );
        const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
        return Records;
    }
});

describe('tables', () => {
    test('a paginator lists all tables', async () => {
        const names = [];
        for await (const page of paginateListTables({ client: tables, pageSize: 1 }, {})) {
            names.push(...page.TableNames);
        }
        assert.ok(names.includes(TableName));
    });

    test('an index is added to a table with items and holds them when it is active', async () => {
        await create('Grows');
        await tables.send(
            new PutItemCommand({ TableName: 'Grows', Item: { id: { S: 'a' }, colour: { S: 'red' } } }),
        );
        const { TableDescription } = await tables.send(
            new UpdateTableCommand({
                TableName: 'Grows',
                AttributeDefinitions: [{ AttributeName: 'colour', AttributeType: 'S' }],
                GlobalSecondaryIndexUpdates: [
                    {
                        Create: {
                            IndexName: 'by-colour',
                            KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
                            Projection: { ProjectionType: 'ALL' },
                        },
                    },
                ],
            }),
        );
        assert.equal(TableDescription.GlobalSecondaryIndexes[0].IndexStatus, 'CREATING');
        await untilIndexIsActive('Grows');
        const { Items } = await documents.send(
            new QueryCommand({
                TableName: 'Grows',
                IndexName: 'by-colour',
                KeyConditionExpression: 'colour = :c',
                ExpressionAttributeValues: { ':c': 'red' },
            }),
        );
        assert.deepEqual(Items, [{ id: 'a', colour: 'red' }]);
    });

    test('a deleted table is gone when the waiter says so', async () => {
        await create('Passing');
        await tables.send(new DeleteTableCommand({ TableName: 'Passing' }));
        await waitUntilTableNotExists({ client: tables, maxWaitTime: 30 }, { TableName: 'Passing' });
        const error = await refusal(tables.send(new DescribeTableCommand({ TableName: 'Passing' })));
        assert.equal(error.name, 'ResourceNotFoundException');
    });

    async function create(name) {
        await tables.send(
            new CreateTableCommand({
                TableName: name,
                BillingMode: 'PAY_PER_REQUEST',
                AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
                KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            }),
        );
        await waitUntilTableExists({ client: tables, maxWaitTime: 30 }, { TableName: name });
    }

    async function untilIndexIsActive(name) {
        for (;;) {
            const { Table } = await tables.send(new DescribeTableCommand({ TableName: name }));
            if (Table.GlobalSecondaryIndexes.every((index) => index.IndexStatus === 'ACTIVE')) {
                return;
            }
        }
    }
});
