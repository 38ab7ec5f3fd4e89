// Failed batches of a trigger, reported to services that others made: S3 (s3rver, which checks
// signatures) and SNS (the server of serverless-offline-sns).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';

import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
    CreateEventSourceMappingCommand,
    LambdaClient,
    ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import express from 'express';
import S3rver from 's3rver';

import { SNSServer } from '../node_modules/serverless-offline-sns/dist/sns-server.js';

// What s3rver takes and nothing else.
const accessKeyId = 'S3RVER';
const secretAccessKey = 'S3RVER';

let directory;
let buckets;
let topics;
let subscriber;
let failing;
let millrace;
let configuration;
let notified;

const port = (server) => server.address().port;

async function listening(handler) {
    const server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
}

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

before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'millrace-destinations-'));
    buckets = new S3rver({
        port: 0,
        address: '127.0.0.1',
        silent: true,
        directory: join(directory, 'buckets'),
        configureBuckets: [{ name: 'failures' }],
    });
    const { port: s3 } = await buckets.run();
    const application = express();
    new SNSServer(() => {}, application, 'us-east-1', '000000000000');
    topics = await listening(application);
    let notify;
    notified = new Promise((resolve) => {
        notify = resolve;
    });
    subscriber = await listening(async (request, response) => {
        notify(JSON.parse(Buffer.concat(await request.toArray()).toString()));
        response.end();
    });
    failing = await listening((request, response) => {
        request.resume();
        response.setHeader('X-Amz-Function-Error', 'Unhandled');
        response.end('{"errorMessage":"never"}');
    });
    await writeFile(
        join(directory, 'millrace.conf'),
        `function.failing.url = http://127.0.0.1:${port(failing)}/\n`,
    );
    const endpoint = await start([
        '--config',
        join(directory, 'millrace.conf'),
        '--s3-endpoint',
        `http://127.0.0.1:${s3}`,
        '--sns-endpoint',
        `http://127.0.0.1:${port(topics)}`,
        '--destination-key-id',
        accessKeyId,
        '--destination-secret',
        secretAccessKey,
    ]);
    configuration = {
        endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: 1,
    };
});

after(async () => {
    millrace.kill();
    await once(millrace, 'exit');
    await buckets.close();
    for (const server of [topics, subscriber, failing]) {
        server.close();
        server.closeAllConnections();
    }
    await rm(directory, { recursive: true });
});

/** A table with one item whose change the failing function is called with, once. */
async function giveUp(TableName, Destination) {
    const tables = new DynamoDBClient(configuration);
    const lambda = new LambdaClient(configuration);
    const { TableDescription } = await tables.send(
        new CreateTableCommand({
            TableName,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        }),
    );
    await tables.send(new PutItemCommand({ TableName, Item: { id: { S: 'one' } } }));
    const { UUID } = await lambda.send(
        new CreateEventSourceMappingCommand({
            FunctionName: 'failing',
            EventSourceArn: TableDescription.LatestStreamArn,
            StartingPosition: 'TRIM_HORIZON',
            MaximumRetryAttempts: 0,
            DestinationConfig: { OnFailure: { Destination } },
        }),
    );
    return UUID;
}

/** The files below a folder, as soon as there are any. */
async function filesIn(folder) {
    for (;;) {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = entries.filter(
            (entry) => entry.isFile() && entry.name.endsWith('_object'),
        );
        if (files.length > 0) {
            return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

describe('what becomes of a batch that is given up', () => {
    test('an S3 service keeps it with its records', async () => {
        const id = await giveUp('ToS3', 'arn:aws:s3:::failures');
        const [file] = await filesIn(join(directory, 'buckets', 'failures'));
        const report = JSON.parse(await readFile(file, 'utf8'));

        assert.match(file, new RegExp(`aws/lambda/${id}/shardId-`));
        assert.equal(report.requestContext.condition, 'RetryAttemptsExhausted');
        assert.equal(report.DDBStreamBatchInfo.batchSize, 1);
        assert.match(JSON.stringify(report.payload), /one/);
    });

    test('an SNS service hands it to the subscriber of the topic', async () => {
        const form = (parameters) =>
            fetch(`http://127.0.0.1:${port(topics)}/`, {
                method: 'POST',
                body: new URLSearchParams(parameters),
            });
        const TopicArn = 'arn:aws:sns:us-east-1:000000000000:failures';
        await form({ Action: 'CreateTopic', Name: 'failures' });
        await form({
            Action: 'Subscribe',
            TopicArn,
            Protocol: 'http',
            Endpoint: `http://127.0.0.1:${port(subscriber)}/`,
        });
        await giveUp('ToSns', TopicArn);
        const report = JSON.parse((await notified).Message);

        assert.equal(report.requestContext.condition, 'RetryAttemptsExhausted');
        assert.equal(report.DDBStreamBatchInfo.batchSize, 1);
    });

    test('the mappings are listed', async () => {
        const { EventSourceMappings } = await new LambdaClient(configuration).send(
            new ListEventSourceMappingsCommand({ FunctionName: 'failing' }),
        );

        assert.equal(EventSourceMappings.length, 2);
    });
});
