// Exports into a bucket of a service that others made (s3rver, which checks signatures), read with
// the S3 client, and imported and put into tables again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';

import {
    BatchWriteItemCommand,
    CreateTableCommand,
    DeleteItemCommand,
    DescribeExportCommand,
    DescribeImportCommand,
    DynamoDBClient,
    ExportTableToPointInTimeCommand,
    ImportTableCommand,
    ListExportsCommand,
    ListImportsCommand,
    PutItemCommand,
    UpdateContinuousBackupsCommand,
    paginateScan,
} from '@aws-sdk/client-dynamodb';
import {
    GetObjectCommand,
    PutObjectCommand,
    S3Client,
    paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import S3rver from 's3rver';

// What s3rver takes and nothing else.
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const BOOKS = 120;
const HOUR = 60 * 60 * 1000;

const key = {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
};

let directory;
let buckets;
let millrace;
let control;
let tables;
let objects;

before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'millrace-transfers-'));
    buckets = new S3rver({
        port: 0,
        address: '127.0.0.1',
        silent: true,
        directory: join(directory, 'buckets'),
        configureBuckets: [{ name: 'shelf' }],
    });
    const { port } = await buckets.run();
    objects = new S3Client({
        endpoint: `http://127.0.0.1:${port}`,
        region: 'us-east-1',
        credentials,
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
    });
    tables = new DynamoDBClient({
        endpoint: await start(`http://127.0.0.1:${port}`),
        region: 'us-east-1',
        credentials,
        maxAttempts: 1,
    });
});

after(async () => {
    millrace.kill();
    await once(millrace, 'exit');
    await buckets.close();
    await rm(directory, { recursive: true });
});

/** Starts Millrace with its buckets at this service; the address of its tables. */
async function start(service) {
    const options = [
        ['--s3-endpoint', service],
        ['--destination-key-id', credentials.accessKeyId],
        ['--destination-secret', credentials.secretAccessKey],
        ['--clock', `manual:${new Date(Date.now() - HOUR).toISOString()}`],
        ['--control-port', '0'],
    ];
    millrace = spawn(
        process.env.MILLRACE,
        ['serve', '--port', '0', '--in-memory', ...options.flat()],
        { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    for await (const line of createInterface({ input: millrace.stdout })) {
        const ready = /^Millrace ready: tables ([^,]*),.* control ([^ ]*) /.exec(line);
        if (ready) {
            control = ready[2];
            return ready[1];
        }
    }
    throw new Error('the server did not start');
}

/** Moves the clock of the tables; the moment that it then shows. */
async function advance(by) {
    const answer = await fetch(new URL('/clock/advance', control), {
        method: 'POST',
        body: JSON.stringify({ by }),
    });
    return new Date((await answer.json()).now);
}

/** A book with a value of every type. */
function book(number) {
    return {
        id: { S: `book-${number}` },
        title: { S: `„Zeile\n${number}” 📚` },
        price: { N: `${number}.25` },
        cover: { B: Uint8Array.of(0, number % 256, 255) },
        tags: { SS: ['a', `b${number % 5}`] },
        years: { NS: ['1', `${2000 + number}`] },
        prints: { BS: [Uint8Array.of(1), Uint8Array.of(2, number % 256)] },
        more: { M: { list: { L: [{ BOOL: number % 2 === 0 }, { NULL: true }] } } },
    };
}

/** A table with books, whose past is kept; its ARN. */
async function shelve(TableName) {
    const { TableDescription } = await tables.send(new CreateTableCommand({ TableName, ...key }));
    await tables.send(
        new UpdateContinuousBackupsCommand({
            TableName,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
    );
    for (let from = 0; from < BOOKS; from += 20) {
        const batch = Array.from({ length: 20 }, (_, i) => ({
            PutRequest: { Item: book(from + i) },
        }));
        await tables.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: batch } }));
    }
    return TableDescription.TableArn;
}

/** Asks until it is no longer so. */
async function until(ask, isOver) {
    for (;;) {
        const answer = await ask();
        if (isOver(answer)) {
            return answer;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

async function exported(request) {
    const { ExportDescription } = await tables.send(new ExportTableToPointInTimeCommand(request));
    const { ExportArn } = ExportDescription;
    const answer = await until(
        () => tables.send(new DescribeExportCommand({ ExportArn })),
        ({ ExportDescription: is }) => is.ExportStatus !== 'IN_PROGRESS',
    );
    assert.equal(answer.ExportDescription.ExportStatus, 'COMPLETED', JSON.stringify(answer));
    return answer.ExportDescription;
}

async function imported(request) {
    const { ImportTableDescription } = await tables.send(new ImportTableCommand(request));
    const { ImportArn } = ImportTableDescription;
    const answer = await until(
        () => tables.send(new DescribeImportCommand({ ImportArn })),
        ({ ImportTableDescription: is }) => is.ImportStatus !== 'IN_PROGRESS',
    );
    return answer.ImportTableDescription;
}

/** All items of a table by their ids, sets in one order. */
async function items(TableName) {
    const all = {};
    for await (const page of paginateScan({ client: tables }, { TableName })) {
        for (const item of page.Items) {
            all[item.id.S] = {
                ...item,
                tags: item.tags && { SS: [...item.tags.SS].sort() },
                years: item.years && { NS: [...item.years.NS].sort() },
            };
        }
    }
    return all;
}

async function keysBelow(Prefix) {
    const keys = [];
    for await (const page of paginateListObjectsV2(
        { client: objects, pageSize: 2 },
        { Bucket: 'shelf', Prefix },
    )) {
        keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
    }
    return keys;
}

async function bytesOf(Key) {
    const { Body } = await objects.send(new GetObjectCommand({ Bucket: 'shelf', Key }));
    return Body.transformToByteArray();
}

const textOf = async (Key) => Buffer.from(await bytesOf(Key)).toString();
const linesOf = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

describe('a service of buckets', () => {
    test('an export is read with the S3 client and imported again', async () => {
        const TableArn = await shelve('books');
        const description = await exported({ TableArn, S3Bucket: 'shelf', S3Prefix: 'whole tables' });
        const summary = JSON.parse(await textOf(description.ExportManifest));
        const files = linesOf(await textOf(summary.manifestFilesS3Key));
        const lines = [];
        for (const { dataFileS3Key } of files) {
            lines.push(...linesOf(gunzipSync(await bytesOf(dataFileS3Key)).toString()));
        }
        const folder = files[0].dataFileS3Key.replace(/[^/]*$/, '');
        const copies = await imported({
            S3BucketSource: { S3Bucket: 'shelf', S3KeyPrefix: folder },
            InputFormat: 'DYNAMODB_JSON',
            InputCompressionType: 'GZIP',
            TableCreationParameters: { TableName: 'copies', ...key },
        });

        assert.equal(summary.itemCount, BOOKS);
        assert.equal(lines.length, BOOKS);
        assert.deepEqual(await keysBelow(folder), files.map((file) => file.dataFileS3Key).sort());
        assert.equal(copies.ImportStatus, 'COMPLETED', JSON.stringify(copies));
        assert.equal(copies.ImportedItemCount, BOOKS);
        assert.deepEqual(await items('copies'), await items('books'));
    });

    test('an export in Ion is imported again', async () => {
        const TableArn = await shelve('in-ion');
        const description = await exported({ TableArn, S3Bucket: 'shelf', ExportFormat: 'ION' });
        const summary = JSON.parse(await textOf(description.ExportManifest));
        const [{ dataFileS3Key }] = linesOf(await textOf(summary.manifestFilesS3Key));
        const [line] = gunzipSync(await bytesOf(dataFileS3Key)).toString().split('\n');
        const copies = await imported({
            S3BucketSource: { S3Bucket: 'shelf', S3KeyPrefix: dataFileS3Key },
            InputFormat: 'ION',
            InputCompressionType: 'GZIP',
            TableCreationParameters: { TableName: 'from-ion', ...key },
        });

        assert.equal(summary.outputFormat, 'ION');
        assert.match(dataFileS3Key, /\.ion\.gz$/);
        assert.match(line, /^\$ion_1_0 \{Item:\{/);
        assert.match(line, /tags:\$dynamodb_SS::\["a"/);
        assert.equal(copies.ImportStatus, 'COMPLETED', JSON.stringify(copies));
        assert.equal(copies.ImportedItemCount, BOOKS);
        assert.deepEqual(await items('from-ion'), await items('in-ion'));
    });

    test('an export of changes tells what became of each item', async () => {
        const TableArn = await shelve('changing');
        const ExportFromTime = await advance('PT10M');
        await tables.send(
            new PutItemCommand({ TableName: 'changing', Item: { ...book(1), title: { S: 'new' } } }),
        );
        await tables.send(
            new DeleteItemCommand({ TableName: 'changing', Key: { id: { S: 'book-2' } } }),
        );
        const ExportToTime = await advance('PT20M');
        await tables.send(new PutItemCommand({ TableName: 'changing', Item: book(900) }));
        const description = await exported({
            TableArn,
            S3Bucket: 'shelf',
            ExportType: 'INCREMENTAL_EXPORT',
            IncrementalExportSpecification: { ExportFromTime, ExportToTime },
        });
        const summary = JSON.parse(await textOf(description.ExportManifest));
        const lines = [];
        for (const { dataFileS3Key } of linesOf(await textOf(summary.manifestFilesS3Key))) {
            lines.push(...linesOf(gunzipSync(await bytesOf(dataFileS3Key)).toString()));
        }
        const byId = Object.fromEntries(lines.map((line) => [line.Keys.id.S, line]));

        assert.deepEqual(Object.keys(byId).sort(), ['book-1', 'book-2']);
        assert.equal(byId['book-1'].OldImage.title.S, book(1).title.S);
        assert.equal(byId['book-1'].NewImage.title.S, 'new');
        assert.equal(byId['book-2'].NewImage, undefined);
    });

    test('jobs are listed', async () => {
        const { ExportSummaries } = await tables.send(new ListExportsCommand({}));
        const { ImportSummaryList } = await tables.send(new ListImportsCommand({}));

        assert.equal(ExportSummaries.length, 3);
        assert.equal(ImportSummaryList.length, 2);
    });

    test('a bucket that is not there fails the job', async () => {
        const none = await imported({
            S3BucketSource: { S3Bucket: 'no-such-shelf' },
            InputFormat: 'DYNAMODB_JSON',
            TableCreationParameters: { TableName: 'nothing', ...key },
        });

        assert.equal(none.ImportStatus, 'FAILED');
        assert.equal(none.FailureCode, 'S3NoSuchBucket');
    });

    test('objects of another are imported', async () => {
        const line = JSON.stringify({ Item: { id: { S: 'x y/ä' }, n: { N: '1' } } });
        await objects.send(
            new PutObjectCommand({
                Bucket: 'shelf',
                Key: 'strange keys/ä +&%1.json.gz',
                Body: gzipSync(`${line}\n`),
            }),
        );
        const read = await imported({
            S3BucketSource: { S3Bucket: 'shelf', S3KeyPrefix: 'strange keys/' },
            InputFormat: 'DYNAMODB_JSON',
            InputCompressionType: 'GZIP',
            TableCreationParameters: { TableName: 'strange', ...key },
        });

        assert.equal(read.ImportStatus, 'COMPLETED', JSON.stringify(read));
        assert.equal(read.ImportedItemCount, 1);
    });
});
