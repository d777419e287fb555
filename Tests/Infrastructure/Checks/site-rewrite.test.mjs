import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { load, viewerRequest } from './cloudfront.mjs';

const source = readFileSync(new URL('../../../cloudformation/functions/site-rewrite.js', import.meta.url), 'utf8');
const handler = load(source);
// What LocalAws.CloudFront makes of addresses, by address.
const addresses = JSON.parse(readFileSync(process.env.ADDRESSES, 'utf8'));

test('an address leads to the same file as on a laptop', () => {
  assert.ok(Object.keys(addresses).length > 100);
  for (const [address, file] of Object.entries(addresses)) {
    assert.equal(decodeURIComponent(handler(viewerRequest(address)).uri), file, address);
  }
});

test('what goes to the bucket needs no further escaping', () => {
  assert.equal(handler(viewerRequest('/photos/3zf0k8t5v1m7q2w9x4y6a0b1c2')).uri, '/photos/%5Bid%5D.html');
});

test('everything but the path stays as it was', () => {
  const { uri, ...rest } = handler(viewerRequest('/analytics'));
  const { uri: asked, ...before } = viewerRequest('/analytics').request;
  assert.deepEqual([uri, asked], ['/analytics.html', '/analytics']);
  assert.deepEqual(JSON.parse(JSON.stringify(rest)), before);
});

test('a function that CloudFront would refuse is refused', () => {
  assert.throws(() => load('function handler( {'), { name: 'SyntaxError' });
  assert.throws(() => load("import fs from 'fs';\nfunction handler(e) { return e.request; }"), /cannot import fs/);
  assert.throws(() => load(`function handler(e) { return e.request; } // ${'x'.repeat(10240)}`), /10 kB/);
  assert.throws(() => load("function handler(e) { return eval('e.request'); }")(viewerRequest('/')), { name: 'EvalError' });
});
