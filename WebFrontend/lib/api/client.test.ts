import { afterEach, expect, test, vi } from 'vitest';
import { api, isNotFound, isOutage } from './client';
import { reachability } from './reachability';

const answer = (status: number, body?: unknown) => {
  const fetch = vi.fn(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const addressOf = (fetch: ReturnType<typeof answer>) => (fetch.mock.calls[0] as unknown[] | undefined)?.[0];

afterEach(() => vi.unstubAllGlobals());

test('labels are repeated, cursors escaped', async () => {
  const fetch = answer(200, { items: [] });
  await api.listImages({ filter: { labels: ['Dog', 'Ice cream'], isMine: true }, cursor: 'a+/=' });

  expect(addressOf(fetch)).toBe('/api/images?limit=30&cursor=a%2B%2F%3D&label=Dog&label=Ice+cream&owner=me');
});

test('a refusal bears the stable code of its problem type', async () => {
  answer(413, { type: 'urn:iris:problem:file-too-large', title: 'The file is too large.', detail: 'It has 6 MB.' });

  await expect(api.getImage('abc')).rejects.toMatchObject({
    status: 413,
    code: 'file-too-large',
    message: 'It has 6 MB.',
  });
});

test('an outage is told from a refusal, and remembered until something answers', async () => {
  answer(503);
  const outage: unknown = await api.getImage('abc').catch((error: unknown) => error);
  expect([isOutage(outage), isNotFound(outage), reachability.get()]).toEqual([true, false, false]);

  answer(404, { type: 'urn:iris:problem:image-not-found' });
  const missing: unknown = await api.getImage('abc').catch((error: unknown) => error);
  expect([isOutage(missing), isNotFound(missing), reachability.get()]).toEqual([false, true, true]);
});

test('where nobody can sign in, nobody is waited for', async () => {
  const fetch = answer(401, { message: 'Unauthorized' });

  await expect(api.deleteImage('abc')).rejects.toMatchObject({ status: 401, code: 'signed-out' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('no connection is an outage, a cancelled request is none', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(api.getImage('abc')).rejects.toMatchObject({ status: 0, code: 'unreachable' });

  reachability.report(true);
  await expect(api.getImage('abc', AbortSignal.abort())).rejects.toThrow(TypeError);
  expect(reachability.get()).toBe(true);
});
