// Changes of a table that are sent to a Kinesis stream which others made (kinesalite), and read back
// from there with the AWS SDK.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import {
    CreateTableCommand,
    DeleteItemCommand,
    DescribeKinesisStreamingDestinationCommand,
    DisableKinesisStreamingDestinationCommand,
    DynamoDBClient,
    EnableKinesisStreamingDestinationCommand,
    PutItemCommand,
    UpdateItemCommand,
    UpdateKinesisStreamingDestinationCommand,
} from '@aws-sdk/client-dynamodb';
import {
    CreateStreamCommand,
    DescribeStreamCommand,
    GetRecordsCommand,
    GetShardIteratorCommand,
    KinesisClient,
} from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import kinesalite from 'kinesalite';

const TableName = 'orders';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let directory;
let service;
let kinesis;
let tables;
let millrace;
let stream;

/** Starts Millrace with these options; the address of its tables. */
async function start(options) {
    millrace = spawn(process.env.MILLRACE, ['serve', '--port', '0', '--in-memory', ...options], {
        cwd: directory,
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: millrace.stdout })) {
        const ready = /^Millrace ready: tables ([^,]*),/.exec(line);
        if (ready) {
            return ready[1];
        }
    }
    throw new Error('the server did not start');
}

async function active() {
    for (;;) {
        const { StreamDescription } = await kinesis.send(
            new DescribeStreamCommand({ StreamName: 'changes' }),
        );
        if (StreamDescription.StreamStatus === 'ACTIVE') {
            return StreamDescription;
        }
        await pause(20);
    }
}

before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'millrace-kinesis-'));
    service = kinesalite({ createStreamMs: 10 }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const endpoint = `http://127.0.0.1:${service.address().port}`;
    kinesis = new KinesisClient({
        endpoint,
        region: 'us-east-1',
        credentials,
        // The service speaks the older version of HTTP only.
        requestHandler: new NodeHttpHandler(),
    });
    await kinesis.send(new CreateStreamCommand({ StreamName: 'changes', ShardCount: 2 }));
    stream = await active();
    tables = new DynamoDBClient({
        endpoint: await start(['--kinesis-endpoint', endpoint]),
        region: 'us-east-1',
        credentials,
        maxAttempts: 1,
    });
    await tables.send(
        new CreateTableCommand({
            TableName,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        }),
    );
});

after(async () => {
    millrace.kill();
    await once(millrace, 'exit');
    service.close();
    await rm(directory, { recursive: true });
});

const sent = (command) => tables.send(command);

async function destinations() {
    const answer = await sent(new DescribeKinesisStreamingDestinationCommand({ TableName }));
    return answer.KinesisDataStreamDestinations;
}

/** Everything in the stream, shard by shard: partition key, shard and the record itself. */
async function records() {
    const all = [];
    for (const { ShardId } of stream.Shards) {
        let { ShardIterator } = await kinesis.send(
            new GetShardIteratorCommand({
                StreamName: 'changes',
                ShardId,
                ShardIteratorType: 'TRIM_HORIZON',
            }),
        );
        for (let empty = false; !empty; ) {
            const page = await kinesis.send(new GetRecordsCommand({ ShardIterator }));
            ShardIterator = page.NextShardIterator;
            empty = page.Records.length === 0;
            for (const { Data, PartitionKey } of page.Records) {
                all.push({
                    ShardId,
                    PartitionKey,
                    ...JSON.parse(Buffer.from(Data).toString()),
                });
            }
        }
    }
    return all;
}

async function atLeast(number) {
    for (;;) {
        const all = await records();
        if (all.length >= number) {
            return all;
        }
        await pause(50);
    }
}

describe('a Kinesis streaming destination', () => {
    test('is ACTIVE once its stream is there', async () => {
        const answer = await sent(
            new EnableKinesisStreamingDestinationCommand({
                TableName,
                StreamArn: stream.StreamARN,
            }),
        );
        assert.equal(answer.DestinationStatus, 'ENABLING');
        assert.deepEqual(await destinations(), [
            { StreamArn: stream.StreamARN, DestinationStatus: 'ACTIVE' },
        ]);
    });

    test('gets each change with both images', async () => {
        const Key = { id: { S: 'one' } };
        await sent(new PutItemCommand({ TableName, Item: { ...Key, n: { N: '1' } } }));
        await sent(
            new UpdateItemCommand({
                TableName,
                Key,
                UpdateExpression: 'SET n = :n',
                ExpressionAttributeValues: { ':n': { N: '2' } },
            }),
        );
        await sent(new DeleteItemCommand({ TableName, Key }));
        const all = await atLeast(3);
        assert.deepEqual(
            all.map(({ eventName }) => eventName),
            ['INSERT', 'MODIFY', 'REMOVE'],
        );
        assert.equal(new Set(all.map(({ ShardId }) => ShardId)).size, 1);
        const { dynamodb, eventID, PartitionKey, ShardId, ...rest } = all[1];
        assert.deepEqual(rest, {
            awsRegion: 'us-east-1',
            eventName: 'MODIFY',
            userIdentity: null,
            recordFormat: 'application/json',
            tableName: TableName,
            eventSource: 'aws:dynamodb',
        });
        const { ApproximateCreationDateTime, ...change } = dynamodb;
        assert.deepEqual(change, {
            Keys: Key,
            NewImage: { ...Key, n: { N: '2' } },
            OldImage: { ...Key, n: { N: '1' } },
            SizeBytes: 21,
        });
        assert.ok(Math.abs(ApproximateCreationDateTime - Date.now()) < 60_000);
        assert.match(PartitionKey, /^[0-9A-F]{32}$/);
        assert.match(eventID, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    });

    test('tells microseconds once it is to', async () => {
        await sent(
            new UpdateKinesisStreamingDestinationCommand({
                TableName,
                StreamArn: stream.StreamARN,
                UpdateKinesisStreamingConfiguration: {
                    ApproximateCreationDateTimePrecision: 'MICROSECOND',
                },
            }),
        );
        await sent(new PutItemCommand({ TableName, Item: { id: { S: 'two' } } }));
        const { dynamodb } = (await atLeast(4)).find((each) => each.dynamodb.Keys.id.S === 'two');
        assert.equal(dynamodb.ApproximateCreationDateTimePrecision, 'MICROSECOND');
        assert.ok(Math.abs(dynamodb.ApproximateCreationDateTime / 1_000 - Date.now()) < 60_000);
    });

    test('gets what many clients write, the changes of an item in order', async () => {
        const before = (await records()).length;
        const items = Array.from({ length: 20 }, (_, item) => `item ${item}`);
        await Promise.all(
            items.map(async (id) => {
                for (let n = 1; n <= 15; n++) {
                    await sent(
                        new PutItemCommand({
                            TableName,
                            Item: { id: { S: id }, n: { N: `${n}` } },
                        }),
                    );
                }
            }),
        );
        const all = await atLeast(before + 300);
        for (const id of items) {
            assert.deepEqual(
                all
                    .filter((each) => each.dynamodb.Keys.id.S === id)
                    .map((each) => Number(each.dynamodb.NewImage.n.N)),
                Array.from({ length: 15 }, (_, n) => n + 1),
            );
        }
    });

    test('gets nothing more once it is DISABLED', async () => {
        await sent(
            new DisableKinesisStreamingDestinationCommand({
                TableName,
                StreamArn: stream.StreamARN,
            }),
        );
        const before = (await records()).length;
        await sent(new PutItemCommand({ TableName, Item: { id: { S: 'late' } } }));
        assert.deepEqual(
            (await destinations()).map(({ DestinationStatus }) => DestinationStatus),
            ['DISABLED'],
        );
        assert.equal((await records()).length, before);
    });

    test('fails for a stream that is not there', async () => {
        const StreamArn = stream.StreamARN.replace('changes', 'nothing');
        await sent(new EnableKinesisStreamingDestinationCommand({ TableName, StreamArn }));
        const [first] = await destinations();
        assert.deepEqual(first, {
            StreamArn,
            DestinationStatus: 'ENABLE_FAILED',
            DestinationStatusDescription: 'User does not have a permission to use kinesis stream',
        });
    });
});
