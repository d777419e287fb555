import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { announcement } from '@/lib/announce';
import { api, ApiError } from '@/lib/api/client';
import type { ImagePage } from '@/lib/api/types';
import { aDetail, anImage } from '@/testing/images';
import { render } from '@/testing/render';
import { Gallery } from './Gallery';

vi.stubGlobal(
  'ResizeObserver',
  class {
    constructor(private readonly tell: (entries: unknown[]) => void) {}
    observe = () => this.tell([{ contentRect: { width: 612 } }]);
    disconnect() {}
  },
);

let listImages: MockInstance<typeof api.listImages>;
let getImage: MockInstance<typeof api.getImage>;
let pages: Record<string, ImagePage>;
const onDelete = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  listImages = vi.spyOn(api, 'listImages').mockImplementation(({ cursor }) => {
    const page = pages[cursor ?? 'first'];
    return page ? Promise.resolve(page) : Promise.reject(new ApiError(503, 'unavailable', ''));
  });
  getImage = vi.spyOn(api, 'getImage');
});
afterEach(() => vi.useRealTimers());

const asked = (cursor: string | null) => listImages.mock.calls.filter(([query]) => (query.cursor ?? null) === cursor);
const fresh = { ids: [], isOwn: () => false, show: () => null };
const show = (labels: string[] = [], isMine = false) =>
  render(
    <Gallery
      filter={{ labels, isMine }}
      isReady
      photoId={undefined}
      deleted={new Set()}
      fresh={fresh}
      dropTarget={null}
      invitation={null}
      onDelete={onDelete}
    >
      {() => null}
    </Gallery>,
  );
const tile = (name: RegExp) => screen.findByRole('article', { name });
const cat = anImage({ id: 'cat', labels: [{ name: 'Cat', confidence: 99 }] });

test('behind a page that holds nothing to show, the next one is looked at', async () => {
  pages = {
    first: { items: [], nextCursor: '2' },
    2: { items: [], nextCursor: '3' },
    3: { items: [cat], nextCursor: null },
  };
  show();

  expect(await tile(/cat/)).toBeDefined();
});

test('when that fails, it can be tried again', async () => {
  pages = { first: { items: [], nextCursor: '2' } };
  show();
  const button = await screen.findByRole('button', { name: 'Load more' }, { timeout: 10_000 });

  pages['2'] = { items: [cat], nextCursor: null };
  fireEvent.click(button);

  expect(await tile(/cat/)).toBeDefined();
});

test('a picture beyond the first page is followed to its end, and the first page is left alone meanwhile', async () => {
  const old = anImage({ id: 'old', status: 'processing', thumbnails: [] });
  pages = { first: { items: [cat], nextCursor: '2' }, 2: { items: [old], nextCursor: null } };
  getImage.mockResolvedValue(aDetail({ id: 'old', status: 'processing' }));
  show();
  await tile(/being scanned/);

  await vi.advanceTimersByTimeAsync(9_000);
  expect(getImage.mock.calls.length).toBeGreaterThan(3);
  expect(asked(null)).toHaveLength(1);

  getImage.mockResolvedValue(
    aDetail({ id: 'old', labels: [{ name: 'Dog', confidence: 99, parents: [], categories: [], instances: [] }] }),
  );
  await vi.advanceTimersByTimeAsync(2_500);
  expect(await tile(/dog/)).toBeDefined();

  getImage.mockClear();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(getImage).not.toHaveBeenCalled();
});

test('one that was deleted meanwhile goes', async () => {
  const old = anImage({ id: 'old', status: 'processing', thumbnails: [] });
  pages = { first: { items: [cat], nextCursor: '2' }, 2: { items: [old], nextCursor: null } };
  getImage.mockRejectedValue(new ApiError(404, 'image-not-found', ''));
  show();
  await tile(/cat/);

  await vi.waitFor(() => expect(screen.queryAllByRole('article')).toHaveLength(1));
  expect(screen.getByText('One picture. That’s all.')).toBeDefined();
});

test('a filter that the service refuses is no outage', async () => {
  listImages.mockRejectedValue(new ApiError(400, 'invalid-request', ''));
  show(['x'.repeat(101)]);

  expect(await screen.findByText('There is no label like this.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Show all pictures' })).toBeDefined();
  expect(screen.queryByText('The service isn’t answering')).toBeNull();
});

test('one’s own pictures, after a session that has run out, are no label that is not there', async () => {
  listImages.mockRejectedValueOnce(new ApiError(401, 'signed-out', ''));
  pages = { first: { items: [cat], nextCursor: null } };
  show([], true);
  expect(await screen.findByText('Sign in to see your pictures.')).toBeDefined();
  expect(screen.queryByText('There is no label like this.')).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await tile(/cat/)).toBeDefined();
});

test('where the session runs out before the next page, that is said and no outage', async () => {
  pages = { first: { items: [cat], nextCursor: '2' } };
  listImages.mockImplementation(({ cursor }) =>
    cursor ? Promise.reject(new ApiError(401, 'signed-out', '')) : Promise.resolve(pages['first'] as ImagePage),
  );
  show([], true);

  expect(await screen.findByText('Sign in to see your pictures.')).toBeDefined();
  expect(screen.queryByText('The service isn’t answering. We keep trying.')).toBeNull();
});

test('the gallery of one’s own says in words that there is nothing in it', async () => {
  pages = { first: { items: [], nextCursor: null } };
  show([], true);

  expect(await screen.findByText('You haven’t added a picture yet.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Show all pictures' })).toBeDefined();
  expect(listImages.mock.calls[0]?.[0].filter).toEqual({ labels: [], isMine: true });
});

test('the key deletes one’s own picture alone, and says why it does not delete another’s', async () => {
  const mine = anImage({ id: 'mine', mine: true, labels: [{ name: 'Dog', confidence: 99 }] });
  pages = { first: { items: [cat, mine], nextCursor: null } };
  show();
  await tile(/dog/);
  const press = (name: RegExp) =>
    fireEvent.keyDown(within(screen.getByRole('article', { name })).getByRole('link'), { key: 'Delete' });

  press(/cat/);
  expect(onDelete).not.toHaveBeenCalled();
  expect(announcement.get().text).toBe('Only whoever added a picture can delete it.');

  press(/dog/);
  expect(onDelete).toHaveBeenCalledExactlyOnceWith('mine');
});
