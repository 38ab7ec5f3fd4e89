// Bulk operations: items of a bucket of a service that others made (s3rver) put into a table that
// exists, also by a server that is killed on the way.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import {
    CancelBulkOperationCommand,
    CreateTableCommand,
    DescribeBulkOperationCommand,
    DynamoDBClient,
    ListBulkOperationsCommand,
    PutItemCommand,
    ScanCommand,
    StartBulkPutItemsCommand,
    paginateListBulkOperations,
} from '@aws-sdk/client-dynamodb';
import {
    DescribeStreamCommand,
    DynamoDBStreamsClient,
    GetRecordsCommand,
    GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import {
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    S3Client,
} from '@aws-sdk/client-s3';
import S3rver from 's3rver';

// What s3rver takes and nothing else.
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const Bucket = 'shelf';
const KILLS = 3;

let directory;
let buckets;
let service;
let millrace;
let tables;
let streams;
let objects;

before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'millrace-bulk-'));
    buckets = new S3rver({
        port: 0,
        address: '127.0.0.1',
        silent: true,
        directory: join(directory, 'buckets'),
        configureBuckets: [{ name: Bucket }],
    });
    const { port } = await buckets.run();
    service = `http://127.0.0.1:${port}`;
    objects = new S3Client({
        endpoint: service,
        region: 'us-east-1',
        credentials,
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
    });
    await start();
});

after(async () => {
    await stop('SIGTERM');
    await buckets.close();
    await rm(directory, { recursive: true });
});

async function start() {
    const options = [
        ['--s3-endpoint', service],
        ['--destination-key-id', credentials.accessKeyId],
        ['--destination-secret', credentials.secretAccessKey],
        ['--data', join(directory, 'data')],
    ];
    millrace = spawn(process.env.MILLRACE, ['serve', '--port', '0', ...options.flat()], {
        cwd: directory,
        stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: millrace.stdout })) {
        const ready = /^Millrace ready: tables ([^,]*), streams ([^ ,]*)/.exec(line);
        if (ready) {
            const common = { region: 'us-east-1', credentials, maxAttempts: 1 };
            tables = new DynamoDBClient({ ...common, endpoint: ready[1] });
            streams = new DynamoDBStreamsClient({ ...common, endpoint: ready[2] });
            return;
        }
    }
    throw new Error('the server did not start');
}

async function stop(signal) {
    millrace.kill(signal);
    await once(millrace, 'exit');
}

async function createTable(TableName) {
    const { TableDescription } = await tables.send(
        new CreateTableCommand({
            TableName,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: [
                { AttributeName: 'id', AttributeType: 'S' },
                { AttributeName: 'n', AttributeType: 'N' },
            ],
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            GlobalSecondaryIndexes: [
                {
                    IndexName: 'by-n',
                    KeySchema: [{ AttributeName: 'n', KeyType: 'HASH' }],
                    Projection: { ProjectionType: 'KEYS_ONLY' },
                },
            ],
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        }),
    );
    return TableDescription;
}

const put = (Key, Body) => objects.send(new PutObjectCommand({ Bucket, Key, Body }));
const line = (value) => `${JSON.stringify(value)}\n`;
const item = (id, n) => ({ id: { S: id }, n: { N: `${n}` } });

async function begin(TableName, S3KeyPrefix, more = {}) {
    const { BulkOperationDescription } = await tables.send(
        new StartBulkPutItemsCommand({
            TableName,
            InputS3Configuration: {
                S3Bucket: Bucket,
                S3KeyPrefix,
                InputFormat: 'DYNAMODB_JSON',
                ...more.input,
            },
            OutputS3Configuration: {
                S3Bucket: Bucket,
                S3KeyPrefix: 'reports',
                OutputType: ['ERROR', 'CONDITION_CHECK_FAILURE'],
            },
            ...more.request,
        }),
    );
    return BulkOperationDescription;
}

async function described(BulkOperationArn) {
    const answer = await tables.send(new DescribeBulkOperationCommand({ BulkOperationArn }));
    return answer.BulkOperationDescription;
}

async function ended(arn) {
    for (;;) {
        const is = await described(arn);
        if (!['IN_PROGRESS', 'CANCELLING'].includes(is.BulkOperationStatus)) {
            return is;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

const idOf = (arn) => arn.slice(arn.lastIndexOf('/') + 1);

async function textOf(Key) {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket, Key }));
    return Body.transformToString();
}

/** What the operation reported, line by line. */
async function report(arn) {
    const folder = `reports/AWSDynamoDB/${idOf(arn)}/`;
    const { files } = JSON.parse(await textOf(`${folder}manifest-summary.json`));
    const texts = await Promise.all(files.map(textOf));
    return texts
        .join('')
        .split('\n')
        .filter((each) => each !== '')
        .map((each) => JSON.parse(each));
}

/** All items of a table or index. */
async function scan(TableName, IndexName) {
    const items = [];
    let ExclusiveStartKey;
    do {
        const page = await tables.send(new ScanCommand({ TableName, IndexName, ExclusiveStartKey }));
        items.push(...page.Items);
        ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
}

/** All records of a stream. */
async function recordsOf(StreamArn) {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    const all = [];
    for (const { ShardId } of StreamDescription.Shards) {
        let { ShardIterator } = await streams.send(
            new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
        );
        for (let isMore = true; isMore; ) {
            const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
            all.push(...page.Records);
            ShardIterator = page.NextShardIterator;
            isMore = page.Records.length > 0;
        }
    }
    return all;
}

describe('bulk operations', () => {
    test('items are put, indexed and told of; what cannot be put is reported', async () => {
        const { LatestStreamArn } = await createTable('first');
        await tables.send(new PutItemCommand({ TableName: 'first', Item: item('there', 0) }));
        const unlessThere = { ConditionExpression: 'attribute_not_exists(id)' };
        await put('first/1.json', line({ Item: item('a', 1) }) + line({ Item: item('b', 2) }));
        await put(
            'first/2.json',
            line({ Item: { n: { N: '1' } } }) +
                line({ Item: item('there', 5), ...unlessThere }) +
                line({ Item: item('c', 3), ...unlessThere }) +
                'no json\n' +
                line({ Item: { id: { S: 'd' }, n: { S: 'no number' } } }),
        );
        const { BulkOperationArn } = await begin('first', 'first/');
        const is = await ended(BulkOperationArn);
        const lines = await report(BulkOperationArn);
        const items = await scan('first');

        assert.equal(is.BulkOperationStatus, 'COMPLETED_WITH_ERRORS', JSON.stringify(is));
        assert.equal(is.ProcessedItemCount, 7);
        assert.equal(is.FailedItemCount, 3);
        assert.equal(is.ProcessedInputBytes, is.TotalInputBytes);
        assert.deepEqual(items.map(({ id }) => id.S).sort(), ['a', 'b', 'c', 'there']);
        assert.equal((await scan('first', 'by-n')).length, 4);
        assert.equal((await recordsOf(LatestStreamArn)).length, 4);
        assert.deepEqual(
            lines.map(({ outputType, itemS3Pointer }) => [outputType, itemS3Pointer.itemIndex]),
            [
                ['ERROR', 0],
                ['CONDITION_CHECK_FAILURE', 1],
                ['ERROR', 3],
                ['ERROR', 4],
            ],
        );
        assert.deepEqual(lines[1].existingItem, item('there', 0));
        assert.deepEqual(lines[1].item, item('there', 5));
    });

    test('a request with the same token is the same request', async () => {
        await createTable('again');
        await put('again/1.json.gz', gzipSync(line({ Item: item('a', 1) })));
        const more = { input: { InputCompressionType: 'GZIP' }, request: { ClientToken: 'once' } };
        const one = await begin('again', 'again/', more);
        await ended(one.BulkOperationArn);
        const other = await begin('again', 'again/', more);
        const refused = await begin('again', 'else/', more).then(
            () => undefined,
            (error) => error.name,
        );

        assert.equal(other.BulkOperationArn, one.BulkOperationArn);
        assert.equal(other.BulkOperationStatus, 'COMPLETED');
        assert.equal(refused, 'IdempotentParameterMismatchException');
    });

    test('an operation that is to stop stops', async () => {
        await createTable('slow');
        const lines = Array.from({ length: 20_000 }, (_, i) => line({ Item: item(`i${i}`, i) }));
        await put('slow/1.json', lines.join(''));
        const { BulkOperationArn } = await begin('slow', 'slow/', {
            request: { MaxWriteRequestUnits: 1024 },
        });
        const { BulkOperationStatus } = await tables.send(
            new CancelBulkOperationCommand({ BulkOperationArn }),
        );
        const is = await ended(BulkOperationArn);
        const refused = await tables.send(new CancelBulkOperationCommand({ BulkOperationArn })).then(
            () => undefined,
            (error) => error.name,
        );

        assert.equal(BulkOperationStatus, 'CANCELLING');
        assert.equal(is.BulkOperationStatus, 'CANCELLED', JSON.stringify(is));
        assert.ok(is.ProcessedItemCount < 20_000);
        assert.equal((await scan('slow')).length, is.ProcessedItemCount);
        assert.equal(refused, 'ValidationException');
    });

    test('a rate is kept to', async () => {
        await createTable('steady');
        const lines = Array.from({ length: 1_500 }, (_, i) => line({ Item: item(`i${i}`, i) }));
        await put('steady/1.json', lines.join(''));
        const began = Date.now();
        const { BulkOperationArn } = await begin('steady', 'steady/', {
            request: { MaxWriteRequestUnits: 1024 },
        });
        const is = await ended(BulkOperationArn);

        // Each item takes one unit of the table and one of its index.
        assert.equal(is.BulkOperationStatus, 'COMPLETED', JSON.stringify(is));
        assert.equal(is.BulkOperationUsage[0].BulkPutBytes, 3_000 * 1024);
        assert.ok(Date.now() - began >= 2_900);
    });

    test('killed again and again it puts and reports everything once', async () => {
        const { LatestStreamArn } = await createTable('killed');
        const count = 6_000;
        for (const part of [0, 1, 2]) {
            const lines = Array.from({ length: count / 3 }, (_, i) => {
                const n = part * (count / 3) + i;
                return n % 10 === 0
                    ? line({ Item: { wrong: { N: `${n}` } } })
                    : line({ Item: item(`i${n}`, n), ConditionExpression: 'attribute_not_exists(id)' });
            });
            await put(`killed/${part}.json`, lines.join(''));
        }
        const { BulkOperationArn } = await begin('killed', 'killed/', {
            request: { MaxWriteRequestUnits: 4096 },
        });
        for (let kill = 0; kill < KILLS; kill++) {
            const { ProcessedItemCount: before } = await described(BulkOperationArn);
            for (let is = before; is === before; ) {
                ({ ProcessedItemCount: is } = await described(BulkOperationArn));
            }
            await stop('SIGKILL');
            await start();
        }
        const is = await ended(BulkOperationArn);
        const lines = await report(BulkOperationArn);
        const records = await recordsOf(LatestStreamArn);

        assert.equal(is.BulkOperationStatus, 'COMPLETED_WITH_ERRORS', JSON.stringify(is));
        assert.equal(is.ProcessedItemCount, count);
        assert.equal(is.FailedItemCount, count / 10);
        assert.equal((await scan('killed')).length, (count * 9) / 10);
        assert.equal(records.length, (count * 9) / 10);
        // An item that had been put twice would not have met its condition the second time.
        assert.deepEqual([...new Set(lines.map(({ outputType }) => outputType))], ['ERROR']);
        assert.equal(lines.length, count / 10);
    });

    test('what it is asked for must be there', async () => {
        const nameOf = (promise) => promise.then(() => undefined, (error) => error.name);
        await createTable('nothing');
        const { BulkOperationArn } = await begin('nothing', 'nothing-here/');
        const is = await ended(BulkOperationArn);

        assert.equal(is.BulkOperationStatus, 'FAILED');
        assert.equal(is.FailureCode, 'S3NoSuchKey');
        assert.equal(await nameOf(begin('missing', 'first/')), 'ResourceNotFoundException');
        assert.equal(
            await nameOf(described(BulkOperationArn.replace(/.$/, 'x'))),
            'ResourceNotFoundException',
        );
    });

    test('operations are listed, the newest first', async () => {
        const { BulkOperationsSummaryList } = await tables.send(new ListBulkOperationsCommand({}));
        const arns = [];
        for await (const page of paginateListBulkOperations({ client: tables, pageSize: 2 }, {})) {
            arns.push(...page.BulkOperationsSummaryList.map((each) => each.BulkOperationArn));
        }

        assert.deepEqual(arns, BulkOperationsSummaryList.map((each) => each.BulkOperationArn));
        assert.equal(arns.length, 6);
        assert.match(arns[0], /table\/nothing\//);
        assert.ok(
            (await objects.send(new ListObjectsV2Command({ Bucket, Prefix: 'reports/' }))).KeyCount > 0,
        );
    });
});
