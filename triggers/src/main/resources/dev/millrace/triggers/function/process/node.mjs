// Feeds a Node.js function: asks Lambda's runtime API for an invocation, calls the handler, posts
// what became of it, and asks again. Ends when the server is gone.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let requestId = null;
let whenIdle = () => {};

for (const [method, level] of [['log', 'INFO'], ['debug', 'DEBUG'], ['info', 'INFO'], ['warn', 'WARN'], ['error', 'ERROR'], ['trace', 'TRACE']]) {
  console[method] = (...words) => {
    const text = format(...words).replace(/\n/g, '\r');
    process.stdout.write(`${new Date().toISOString()}\t${requestId ?? 'undefined'}\t${level}\t${text}\n`);
  };
}

function call(method, route, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/${route}`, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

function told(error) {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function tell(route, error) {
  const body = JSON.stringify(told(error));
  return call('POST', route, body, { 'Content-Type': 'application/json', 'Lambda-Runtime-Function-Error-Type': told(error).errorType });
}

class HandlerError extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

async function load(root, handler) {
  const name = path.basename(handler);
  const dot = name.indexOf('.');
  if (dot < 1) throw new HandlerError('Runtime.MalformedHandlerName', `Bad handler: ${handler}`);
  const file = path.resolve(root, path.dirname(handler), name.slice(0, dot));
  const found = ['', '.js', '.mjs', '.cjs'].map((end) => file + end).find((one) => existsSync(one));
  let module;
  if (found !== undefined && found !== file) {
    module = await import(pathToFileURL(found).href);
  } else {
    try {
      module = createRequire(path.join(root, 'index.js'))(file);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
      throw new HandlerError('Runtime.ImportModuleError', `Error: ${error.message}`);
    }
  }
  const place = name.slice(dot + 1).split('.');
  const find = (from) => place.reduce((inside, step) => inside?.[step], from);
  const loaded = find(module) ?? find(module.default);
  if (typeof loaded !== 'function') {
    throw new HandlerError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  return loaded;
}

function context(headers, onAnswer) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: client ? JSON.parse(client) : undefined,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: onAnswer,
    succeed: (answer) => onAnswer(null, answer),
    fail: (error) => onAnswer(error ?? new Error('failed')),
  };
}

function invoke(handler, event, headers) {
  return new Promise((resolve, reject) => {
    const callback = (error, answer) => (error ? reject(error) : resolve(answer));
    // A handler that neither promises nor calls back is done when nothing is left to wait for.
    whenIdle = () => resolve(null);
    const answer = handler(event, context(headers, callback), callback);
    if (typeof answer?.then === 'function') {
      answer.then(resolve, reject);
    }
  });
}

async function serve(handler) {
  for (;;) {
    const next = await call('GET', 'invocation/next');
    if (next.status !== 200) process.exit(0);
    requestId = next.headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'];
    try {
      const answer = await invoke(handler, JSON.parse(next.body), next.headers);
      await call('POST', `invocation/${requestId}/response`, JSON.stringify(answer ?? null), { 'Content-Type': 'application/json' });
    } catch (error) {
      console.error('Invoke Error', JSON.stringify(told(error)));
      await tell(`invocation/${requestId}/error`, error);
    }
  }
}

async function fatal(error) {
  console.error('Uncaught Exception', JSON.stringify(told(error)));
  await tell(requestId === null ? 'init/error' : `invocation/${requestId}/error`, error).catch(() => {});
  process.exit(129);
}

process.on('beforeExit', () => whenIdle());
process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);

let handler;
try {
  handler = await load(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
} catch (error) {
  console.error('Init Error', JSON.stringify(told(error)));
  await tell('init/error', error);
  process.exit(1);
}
// Without the server there is nothing left to do.
serve(handler).catch(() => process.exit(1));
