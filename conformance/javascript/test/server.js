// Where the server under test is, and clients of it. `run` starts the server and sets ENDPOINT.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';

if (!process.env.ENDPOINT) {
    throw new Error('ENDPOINT is not set: start these tests with conformance/javascript/run');
}

export const configuration = {
    endpoint: process.env.ENDPOINT,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
};

export const tables = new DynamoDBClient(configuration);
export const streams = new DynamoDBStreamsClient(configuration);

/** The value that a promise is refused with. */
export async function refusal(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    throw new Error('nothing was refused');
}
