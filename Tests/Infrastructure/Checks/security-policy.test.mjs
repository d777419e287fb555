import assert from 'node:assert/strict';
import test from 'node:test';

const bucket = 'https://iris-imagebucket.s3.us-east-1.amazonaws.com';
const issuer = 'https://issuer.example';
const site = 'https://iris.example';
const directives = new Map(process.env.CONTENT_SECURITY_POLICY.split(';').map((directive) => directive.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));

// As CSP3 matches sources, for the few forms that the policy has: keywords, schemes and origins.
function allows(directive, url) {
  const { origin, protocol } = new URL(url, site);
  return (directives.get(directive) ?? directives.get('default-src')).some((source) =>
    source.endsWith(':') ? protocol === source : protocol === 'https:' && origin === (source === "'self'" ? site : source));
}

test('every directive is one that browsers know, said once', () => {
  const known = ['default-src', 'script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'worker-src', 'manifest-src', 'base-uri', 'form-action', 'frame-ancestors'];
  assert.deepEqual([...directives.keys()].filter((name) => !known.includes(name)), []);
  assert.equal(directives.size, process.env.CONTENT_SECURITY_POLICY.split(';').length);
});

test('nothing is said that would undo the rest', () => {
  const words = [...directives.values()].flat();
  assert.deepEqual(words.filter((word) => /unsafe|\*|^http:|^https:$/.test(word)), []);
});

test('what the site does is allowed', () => {
  assert.ok(allows('script-src', '/_next/static/chunks/main.js'));
  assert.ok(allows('style-src', '/_next/static/css/site.css'));
  assert.ok(allows('img-src', '/images/3zf0k8t5v1m7q2w9x4y6a0b1c2/300.webp'));
  assert.ok(allows('img-src', 'blob:https://iris.example/1'));
  assert.ok(allows('img-src', 'data:image/png;base64,AA'));
  assert.ok(allows('connect-src', '/api/uploads'));
  assert.ok(allows('connect-src', `${bucket}/uploads/3zf0k8t5v1m7q2w9x4y6a0b1c2`));
  assert.ok(allows('connect-src', `${issuer}/pool/.well-known/openid-configuration`));
  assert.ok(allows('connect-src', 'https://tokens.example/oauth2/token'));
  assert.ok(allows('worker-src', '/_next/static/chunks/hash.worker.js'));
});

test('what it never does is forbidden', () => {
  assert.ok(!allows('script-src', `${bucket}/uploads/script.js`));
  assert.ok(!allows('script-src', 'data:text/javascript,alert(1)'));
  assert.ok(!allows('script-src', 'blob:https://iris.example/1'));
  assert.ok(!allows('connect-src', 'https://elsewhere.example/'));
  assert.ok(!allows('connect-src', 'https://another-bucket.s3.us-east-1.amazonaws.com/'));
  assert.ok(!allows('img-src', 'https://elsewhere.example/pixel.gif'));
  assert.ok(!allows('object-src', '/file.pdf'));
  assert.ok(!allows('frame-src', '/'));
  assert.ok(!allows('frame-src', `${issuer}/authorize`));
  assert.ok(!allows('script-src', `${issuer}/sdk.js`));
});
