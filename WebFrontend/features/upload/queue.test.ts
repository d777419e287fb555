import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/client';
import type { ImageSummary } from '@/lib/api/types';
import { aDetail, anImage } from '@/testing/images';
import type { Report } from './journey';
import { UploadQueue } from './queue';
import type { Upload } from './upload';

type Take = (upload: Upload, signal: AbortSignal, report: Report) => Promise<void>;

const take = vi.fn<Take>();
const follow = vi.fn<(known: ImageSummary, signal: AbortSignal, report: Report) => Promise<void>>();
const retryImage = vi.fn<(id: string) => Promise<undefined>>();
const file = (name: string) => new File(['x'], name);
let queue: UploadQueue;

beforeEach(() => {
  take.mockReset().mockResolvedValue();
  follow.mockReset().mockResolvedValue();
  retryImage.mockReset().mockResolvedValue(undefined);
  queue = new UploadQueue({
    api: { retryImage },
    journey: { take, follow },
    inspect: ({ name }: File) =>
      Promise.resolve(name.endsWith('.txt') ? { problem: 'not-an-image' } : { contentType: 'image/jpeg' }),
    preview: () => Promise.reject(new Error('no decoder')),
  });
});

const phases = () => queue.get().map(({ phase }) => phase);

test('what is no picture is refused and never sent', async () => {
  await queue.add([file('notes.txt'), file('dog.jpg')]);

  expect(queue.get().map(({ phase, problem }) => [phase, problem])).toEqual([
    ['refused', 'not-an-image'],
    ['queued', undefined],
  ]);
  expect(take).toHaveBeenCalledTimes(1);
});

test('a name that turns itself round is shown and sent as it is', async () => {
  await queue.add([file('a\u202egpj.exe')]);

  expect(queue.get()[0]?.name).toBe('agpj.exe');
  expect(take.mock.calls[0]?.[0].name).toBe('agpj.exe');
});

test('cancelling stops the transfer and forgets the file', async () => {
  let seen: AbortSignal | undefined;
  take.mockImplementation((_, signal) => {
    seen = signal;
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
  });
  await queue.add([file('dog.jpg')]);
  expect(queue.isBusy).toBe(true);

  queue.dismiss('upload-1');

  expect(seen?.aborted).toBe(true);
  expect(queue.get()).toEqual([]);
});

test('whoever waits until everything is sent need not wait for the scan', async () => {
  let report: Report = () => undefined;
  take.mockImplementation((_, __, tell) => {
    report = tell;
    return Promise.resolve();
  });
  await queue.add([file('dog.jpg')]);
  const isSent = vi.fn();
  void queue.whenSent().then(isSent);
  report({ phase: 'uploading' });
  await Promise.resolve();
  expect(isSent).not.toHaveBeenCalled();

  report({ phase: 'waiting' });
  await vi.waitFor(() => expect(isSent).toHaveBeenCalled());
  await expect(queue.whenSent()).resolves.toBeUndefined();
});

test('a broken connection can be tried again, and is when there is one', async () => {
  take.mockRejectedValueOnce(new ApiError(0, 'unreachable', ''));
  await queue.add([file('dog.jpg')]);
  await vi.waitFor(() => expect(phases()).toEqual(['interrupted']));
  expect(queue.isBusy).toBe(false);

  queue.resume();

  await vi.waitFor(() => expect(take).toHaveBeenCalledTimes(2));
  expect(phases()).toEqual(['queued']);
});

test.each([
  [new ApiError(413, 'file-too-large', ''), 'refused', 'file-too-large'],
  [new ApiError(403, 'storage-refused', ''), 'interrupted', 'storage-refused'],
  [new ApiError(404, 'image-not-found', ''), 'interrupted', 'gone'],
  [new TypeError('the file moved'), 'interrupted', 'unreadable'],
])('%s ends as %s, %s', async (error, phase, problem) => {
  take.mockRejectedValue(error);
  await queue.add([file('dog.jpg')]);

  await vi.waitFor(() => expect(queue.get()[0]).toMatchObject({ phase, problem }));
});

test('a failed picture is retried by the API and followed', async () => {
  take.mockImplementation((_, __, report) => {
    report({ phase: 'failed', image: anImage({ status: 'failed' }) });
    return Promise.resolve();
  });
  follow.mockImplementation((_, __, report) => {
    report({ phase: 'ready', image: aDetail() });
    return Promise.resolve();
  });
  await queue.add([file('dog.jpg')]);
  await vi.waitFor(() => expect(phases()).toEqual(['failed']));

  await queue.retry('upload-1');

  expect(retryImage).toHaveBeenCalledWith('abc');
  expect(phases()).toEqual(['ready']);
});

test('an image is known to come from here after its entry is gone', async () => {
  take.mockImplementation((_, __, report) => {
    report({ phase: 'rejected', image: anImage({ id: 'mine', status: 'rejected' }) });
    return Promise.resolve();
  });
  await queue.add([file('broken.jpg')]);
  queue.dismiss(queue.get()[0]?.key ?? '');

  expect(queue.get()).toEqual([]);
  expect([queue.hasSent('mine'), queue.hasSent('other')]).toEqual([true, false]);
});
