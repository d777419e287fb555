// DynamoDB for development: dynalite on the loopback address, with a health answer, a quiet log and an orderly end.
// Usage: node server.js [--port N] [--path FOLDER]; without a folder the tables live in memory. PORT serves where --port is absent.
'use strict';

const { mkdirSync } = require('node:fs');
const { Readable } = require('node:stream');
const { buffer } = require('node:stream/consumers');
const { parseArgs } = require('node:util');
const dynalite = require('dynalite');
const { refuseCaller, refuseSignature } = require('./door');

const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

const { values } = parseArgs({ options: { port: { type: 'string' }, path: { type: 'string' } } });
const port = Number(values.port ?? process.env.PORT ?? 8000);

if (!Number.isInteger(port) || port < 0 || port > 65535) {
  fail(`--port is '${values.port ?? process.env.PORT}', not a port number.`);
}

if (values.path) {
  mkdirSync(values.path, { recursive: true });
}

const server = dynalite({ path: values.path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
const [answer] = server.listeners('request');

server.removeAllListeners('request');
server.on('request', async (request, response) => {
  const caller = refuseCaller(request);
  if (caller) {
    response.writeHead(caller.status, { 'Content-Type': 'text/plain' }).end(caller.message);
    return;
  }

  if (request.method === 'GET' && (request.url === '/_local/health' || request.url === '/_local/alive')) {
    response.setHeader('Content-Type', 'text/plain');
    response.end('Healthy');
    return;
  }

  let body;
  try {
    body = await read(request);
  } catch {
    // The client went away in the middle of its request.
    response.destroy();
    return;
  }

  const signature = body ? refuseSignature(request, body) : { type: 'SerializationException', message: 'The request is larger than any that DynamoDB takes.' };
  if (signature) {
    const { type, message } = signature;
    response.writeHead(400, { 'Content-Type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message }));
    return;
  }

  const { method, url, headers } = request;
  answer(Object.assign(Readable.from([body], { objectMode: false }), { method, url, headers }), response);
});

server.on('error', error => fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another process.` : error.message));
server.listen(port, '127.0.0.1', () =>
  console.log(`DynamoDB (dynalite) listens on http://127.0.0.1:${server.address().port}, tables in ${values.path ?? 'memory'}`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(error => process.exit(error ? 1 : 0));
    // SDK clients keep idle connections open; requests under way are still answered.
    server.closeIdleConnections();
  });
}

process.on('unhandledRejection', error => fail(describe(error)));
process.on('uncaughtException', error => fail(describe(error)));

// The whole body; undefined when it is longer than any request of DynamoDB.
async function read(request) {
  if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) {
    return undefined;
  }

  const body = await buffer(request);
  return body.length > MAX_REQUEST_BYTES ? undefined : body;
}

function describe(error) {
  return error?.code === 'LEVEL_DATABASE_NOT_OPEN'
    ? `${values.path} cannot be opened. Is another process using it?`
    : error?.stack ?? String(error);
}

function fail(message) {
  console.error(`DynamoDB (dynalite): ${message}`);
  process.exit(1);
}
