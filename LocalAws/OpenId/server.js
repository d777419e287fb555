// An OpenID provider for development: oidc-provider on the loopback address. It knows two people by their names, asks for no password, and
// makes its keys at the start: after a restart every token of before is void, and everybody signs in again.
// Usage: node server.js [--port N] [--origins URL,URL]: where the site is served from. PORT and ORIGINS serve where those are absent.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { people, signInPage, signOutPage } from './pages.js';

const CLIENT_ID = 'iris';
const AUDIENCE = 'urn:iris:api';
const HOUR = 60 * 60;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)(:\d+)?$/i;

const { values } = parseArgs({ options: { port: { type: 'string' }, origins: { type: 'string' } } });
const port = Number(values.port ?? process.env.PORT ?? 9003);
const origins = (values.origins ?? process.env.ORIGINS ?? 'http://localhost:8080,http://127.0.0.1:8080').split(',');

if (!Number.isInteger(port) || port < 0 || port > 65535) {
  fail(`--port is '${values.port ?? process.env.PORT}', not a port number.`);
}

const server = createServer();
server.on('error', error => fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another process.` : error.message));
server.listen(port, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on('request', answer(provide(issuer)));
  console.log(`OpenID (oidc-provider) listens on ${issuer}, for the site on ${origins.join(', ')}`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(error => process.exit(error ? 1 : 0));
    server.closeIdleConnections();
  });
}

function provide(issuer) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [{
      client_id: CLIENT_ID,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: origins.map(origin => `${origin}/signed-in`),
      post_logout_redirect_uris: origins.map(origin => `${origin}/`),
    }],
    // RS256, the one kind of signature that API Gateway checks.
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => people.has(sub) ? { accountId: sub, claims: () => ({ sub, name: people.get(sub) }) } : undefined,
    // Whoever signs in to a site of one's own agrees to it.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT_ID, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile offline_access');
      grant.addResourceScope(AUDIENCE, 'images');
      await grant.save();
      return grant;
    },
    issueRefreshToken: () => true,
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    ttl: { AccessToken: HOUR, Grant: 24 * HOUR, IdToken: HOUR, Interaction: HOUR, RefreshToken: 24 * HOUR, Session: 24 * HOUR },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ audience: AUDIENCE, scope: 'images', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => { context.body = signOutPage(form); },
      },
    },
  });
}

const answer = provider => {
  const protocol = provider.callback();
  return async (request, response) => {
    const refusal = refuse(request);
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    if (refusal) {
      response.writeHead(403, { 'Content-Type': 'text/plain' }).end(refusal);
    } else if (pathname === '/_local/health' || pathname === '/_local/alive') {
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Healthy');
    } else if (pathname.startsWith('/sign-in/')) {
      await signIn(provider, request, response)
        .catch(error => response.writeHead(400, { 'Content-Type': 'text/plain' }).end(error.message));
    } else {
      protocol(request, response);
    }
  };
};

/** Asks who it is, and takes the answer: /sign-in/{uid}?as=ada, by POST. */
async function signIn(provider, request, response) {
  const person = new URL(request.url, 'http://127.0.0.1').searchParams.get('as');
  if (request.method === 'POST' && people.has(person)) {
    await provider.interactionFinished(request, response, { login: { accountId: person } }, { mergeWithLastSubmission: false });
    return;
  }

  const { uid } = await provider.interactionDetails(request, response);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(signInPage(uid));
}

/** What is wrong with where a request comes from, in a sentence, or undefined. People may come here from the site, its pages may ask. */
function refuse({ method, headers }) {
  if (!THIS_MACHINE.test(headers.host ?? '')) {
    return 'This server is for this machine alone. Call it localhost or 127.0.0.1.';
  }

  const follows = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (headers['sec-fetch-site'] === 'cross-site' && !follows && !THIS_MACHINE.test((headers.origin ?? '').replace(/^https?:\/\//, ''))) {
    return 'This server is for this machine alone. A page of another site may not ask it.';
  }
}

function fail(message) {
  console.error(`OpenID (oidc-provider): ${message}`);
  process.exit(1);
}
