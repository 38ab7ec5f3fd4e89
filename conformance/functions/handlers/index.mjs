// A function as its author would deploy it: it counts, for each customer, the changes of a table,
// and tells on request what runs it.
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const tables = new DynamoDBClient({});

export async function count(event, context) {
  for (const record of event.Records) {
    await tables.send(new UpdateItemCommand({
      TableName: process.env.COUNTS,
      Key: { id: record.dynamodb.Keys.id },
      UpdateExpression: 'ADD changes :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }));
    console.log(`${context.functionName} counted ${record.eventName}`);
  }
  return {};
}

export async function whoami(event, context) {
  return {
    program: process.argv[1].split('/').slice(-3).join('/'),
    role: process.env.AWS_ACCESS_KEY_ID.slice(0, 4),
    left: context.getRemainingTimeInMillis() > 0,
    event,
  };
}

export const fail = async () => {
  throw new RangeError('on purpose');
};

export const hang = () => new Promise(() => setInterval(() => {}, 1000));

export const greedy = async () => {
  const kept = [];
  for (;;) {
    kept.push(Buffer.alloc(16 << 20, 1));
    await new Promise((done) => setTimeout(done, 5));
  }
};

export const leave = async () => process.exit(7);
