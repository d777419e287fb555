import { beforeEach, expect, test, vi } from 'vitest';
import { session } from '@/lib/session/openId';
import { api } from './client';

const visitor = vi.hoisted(() => ({
  token: undefined as string | undefined,
  bearer: () => visitor.token,
  require: vi.fn<(refused: string | undefined) => Promise<boolean>>(),
}));
vi.mock('@/lib/session/session', () => ({ Session: { restore: () => Promise.resolve(visitor) } }));

const headers = { link: '<https://issuer.example/>; rel="http://openid.net/specs/connect/1.0/issuer"' };
const fetch = vi.fn((path: string, { headers: asked }: { headers: Headers }) => {
  const isRefused = path.startsWith('/api/me/') && asked.get('authorization') !== 'Bearer new';
  return Promise.resolve(new Response('{"items":[]}', { status: isRefused ? 401 : 200, headers }));
});
const paths = () => fetch.mock.calls.map(([path]) => path);
const mine = { filter: { labels: ['Dog'], isMine: true }, cursor: '2' };
const pathOfMine = '/api/me/images?limit=30&cursor=2&label=Dog&owner=me';

/** Everybody here has signed in, with a token that has run out. */
beforeEach(async () => {
  vi.stubGlobal('fetch', fetch);
  await api.listLabels('', 1);
  await vi.waitFor(() => expect(session.get()).not.toBeNull());
  visitor.token = 'old';
  visitor.require.mockReset().mockImplementation(() => {
    visitor.token = 'new';
    return Promise.resolve(true);
  });
  fetch.mockClear();
});

test('reading what is everybody’s goes on without a token, and asks nobody to sign in', async () => {
  await api.listImages({});

  expect(paths()).toEqual(['/api/me/images?limit=30', '/api/images?limit=30']);
  expect(visitor.require).not.toHaveBeenCalled();
});

test('one’s own pictures wait until one has signed in again, and are asked for as the same owner’s', async () => {
  await api.listImages(mine);

  expect(paths()).toEqual([pathOfMine, pathOfMine]);
  expect(visitor.require).toHaveBeenCalledExactlyOnceWith('old');
});

test('whoever does not sign in again is told so, and is not shown another owner’s', async () => {
  visitor.require.mockResolvedValue(false);

  await expect(api.listImages(mine)).rejects.toMatchObject({ status: 401, code: 'signed-out' });
  expect(paths()).toEqual([pathOfMine]);
});

test('a token that is new and refused as well is not asked about twice', async () => {
  visitor.require.mockResolvedValue(true);

  await expect(api.listImages(mine)).rejects.toMatchObject({ status: 401, code: 'signed-out' });
  expect(paths()).toEqual([pathOfMine, pathOfMine]);
});
