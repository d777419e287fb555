// Who may ask dynalite, which itself takes every key and answers pages of every origin: this machine by its own names, no page of another
// site, and only with the signature of the local keys (AWS Signature Version 4, in the Authorization header, as every DynamoDB client sends it).
'use strict';

const { createHash, createHmac, timingSafeEqual } = require('node:crypto');

// LocalAccount.cs is their home.
const ACCESS_KEY_ID = 'local';
const SECRET_ACCESS_KEY = 'localsecret';

const MAX_SKEW_MS = 15 * 60 * 1000;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)(:\d+)?$/i;
const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^/, ]+)\/(\d{8})\/([^/]+)\/dynamodb\/aws4_request, *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})$/;

/** What is wrong with where a request comes from: a status and a sentence, or undefined. */
function refuseCaller({ headers }) {
  if (!THIS_MACHINE.test(headers.host ?? '')) {
    return { status: 400, message: 'This server is for this machine alone. Call it localhost or 127.0.0.1.' };
  }

  if (headers['sec-fetch-site'] === 'cross-site' && !THIS_MACHINE.test((headers.origin ?? '').replace(/^https?:\/\//, ''))) {
    return { status: 403, message: 'This server is for this machine alone. A page of another site may not ask it.' };
  }
}

/** What is wrong with a signature: the name of an exception and a sentence, or undefined. */
function refuseSignature({ method, url, headers }, body) {
  if (!headers.authorization) {
    return { type: 'MissingAuthenticationTokenException', message: 'Request is missing Authentication Token' };
  }

  const [, accessKeyId, date, region, names, signature] = AUTHORIZATION.exec(headers.authorization) ?? [];
  const timestamp = headers['x-amz-date'] ?? '';
  if (!signature || !names.split(';').includes('host') || !timestamp.startsWith(date)) {
    return { type: 'IncompleteSignatureException', message: 'The Authorization header must be signed for dynamodb, with the host and the date.' };
  }

  if (accessKeyId !== ACCESS_KEY_ID) {
    return { type: 'UnrecognizedClientException', message: `The security token included in the request is invalid. The local access key is ${ACCESS_KEY_ID}.` };
  }

  if (!(Math.abs(Date.now() - parse(timestamp)) <= MAX_SKEW_MS)) {
    return { type: 'InvalidSignatureException', message: 'Signature expired: the clock of the client differs by more than 15 minutes.' };
  }

  const [path, query = ''] = url.split('?');
  const signed = names.split(';').map(name => `${name}:${String(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`).join('');
  const scope = `${date}/${region}/dynamodb/aws4_request`;
  const request = [method, path, query, signed, names, sha256(body)].join('\n');
  const expected = hmac(signingKey(scope), ['AWS4-HMAC-SHA256', timestamp, scope, sha256(request)].join('\n'));
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
    ? undefined
    : { type: 'InvalidSignatureException', message: 'The request signature we calculated does not match the signature you provided.' };
}

const sha256 = content => createHash('sha256').update(content).digest('hex');

const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

const signingKey = scope => scope.split('/').reduce(hmac, `AWS4${SECRET_ACCESS_KEY}`);

// 20260301T120000Z
const parse = timestamp => Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

module.exports = { refuseCaller, refuseSignature };
