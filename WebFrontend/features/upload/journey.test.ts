import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/client';
import { aDetail, anImage } from '@/testing/images';
import { Journey } from './journey';
import { endOf } from './outcome';
import type { PutOutcome } from './put';
import type { Upload } from './upload';

const ticket = (expiresInMs = 300_000) => ({
  method: 'PUT',
  url: 'https://bucket.example/uploads/abc',
  headers: { 'content-type': 'image/jpeg' },
  expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
});
const pending = anImage({ status: 'pending', processedAt: null, labels: [] });
const missing = new ApiError(404, 'unknown', 'Not Found');
const file = new File(['bytes'], 'dog.jpg');
const upload: Upload = {
  key: 'upload-1',
  file,
  name: 'dog.jpg',
  contentType: 'image/jpeg',
  phase: 'queued',
  sentBytes: 0,
  isDismissed: false,
};

const createUpload = vi.fn();
const getImage = vi.fn();
const getOutcome = vi.fn();
const put = vi.fn<() => Promise<PutOutcome>>();
const pause = vi.fn(() => Promise.resolve());
const journey = new Journey({
  api: { createUpload, getImage, getOutcome },
  put,
  hash: () => Promise.resolve('f'.repeat(64)),
  pause,
});

const pauseMs = () => pause.mock.calls.map(([milliseconds]: unknown[]) => milliseconds as number);

async function take() {
  const phases: unknown[] = [];
  await journey.take(upload, new AbortController().signal, ({ phase }) => phase && phases.push(phase));
  return phases;
}

beforeEach(() => {
  createUpload.mockReset().mockResolvedValue({ image: pending, upload: ticket() });
  getImage.mockReset().mockResolvedValue(aDetail({ status: 'processing' }));
  getOutcome.mockReset().mockResolvedValue(aDetail());
  put.mockReset().mockResolvedValue('stored');
  pause.mockClear();
});

test('a new picture is hashed, sent, waited for, ready', async () => {
  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
  expect(createUpload.mock.calls[0]?.[0]).toEqual({
    fileName: 'dog.jpg',
    contentType: 'image/jpeg',
    size: 5,
    sha256: 'f'.repeat(64),
  });
});

test('bytes that are here already are not sent', async () => {
  createUpload.mockResolvedValue({ image: anImage() });

  expect(await take()).toEqual(['hashing', 'known']);
  expect(put).not.toHaveBeenCalled();
});

test('bytes that are here and not scanned yet are waited for', async () => {
  createUpload.mockResolvedValue({ image: pending });

  expect(await take()).toEqual(['hashing', 'waiting', 'ready']);
});

test('a URL that the storage calls expired is renewed by itself', async () => {
  put.mockResolvedValueOnce('expired');

  expect(await take()).toEqual(['hashing', 'uploading', 'uploading', 'waiting', 'ready']);
  expect(createUpload).toHaveBeenCalledTimes(2);
});

test('a URL that is about to expire is not even tried', async () => {
  createUpload.mockResolvedValueOnce({ image: pending, upload: ticket(1_000) });

  await take();

  expect(createUpload).toHaveBeenCalledTimes(2);
  expect(put).toHaveBeenCalledTimes(1);
});

test('a URL that is refused again and again ends with the refusal', async () => {
  put.mockResolvedValue('expired');

  await expect(take()).rejects.toMatchObject({ code: 'storage-refused' });
  expect(createUpload).toHaveBeenCalledTimes(3);
});

test('the outcome is looked for until it is there, soon at first and once a second in the end', async () => {
  for (let look = 0; look < 40; look += 1) getOutcome.mockRejectedValueOnce(missing);
  getOutcome.mockResolvedValueOnce(aDetail({ status: 'rejected', reason: { code: 'corrupt', message: 'x' } }));

  expect((await take()).at(-1)).toBe('rejected');
  const pauses = pauseMs();
  expect(pauses.slice(0, 4)).toEqual([40, 40, 40, 40]);
  expect(pauses.at(-1)).toBe(1000);
});

test('an outcome that got lost is made up for by the word of the API', async () => {
  getOutcome.mockRejectedValue(missing);
  getImage.mockResolvedValueOnce(aDetail({ status: 'processing' })).mockResolvedValueOnce(aDetail());

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'waiting', 'ready']);
  expect(
    pauseMs()
      .slice(0, 32)
      .reduce((sum, pause) => sum + pause),
  ).toBeLessThan(6_000);
});

test('a picture that is gone is not waited for', async () => {
  getOutcome.mockRejectedValue(missing);
  getImage.mockRejectedValue(missing);

  await expect(take()).rejects.toMatchObject({ status: 404 });
});

test('an outcome of before the picture was deleted and added again is none', async () => {
  getOutcome.mockResolvedValueOnce(aDetail({ createdAt: '2020-01-01T00:00:00.000Z' }));

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
  expect(getOutcome).toHaveBeenCalledTimes(2);
});

test('the failure that a retry is for does not end the retry', async () => {
  const failed = aDetail({ status: 'failed', processedAt: '2026-01-01T00:00:01.000Z' });
  getOutcome.mockResolvedValueOnce(failed);
  const phases: unknown[] = [];

  await journey.follow(failed, new AbortController().signal, ({ phase }) => phases.push(phase));

  expect(phases).toEqual(['ready']);
});

test.each([503, 429])('%i while waiting is waited out', async (status) => {
  getOutcome.mockRejectedValue(missing);
  getImage.mockRejectedValueOnce(new ApiError(status, 'down', 'down')).mockResolvedValueOnce(aDetail());

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
});

test('a ticket that too many ask for is asked for again', async () => {
  createUpload.mockRejectedValueOnce(new ApiError(429, 'unknown', 'Too Many Requests'));

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
  expect(pauseMs()[0]).toBe(1000);
});

test('when the day is spent nobody is asked until the next', async () => {
  vi.useFakeTimers();
  const next = Date.now() + 3_600_000;
  createUpload.mockRejectedValueOnce(new ApiError(429, 'day-is-spent', 'Later.', next));

  const first: unknown = await take().catch((error: unknown) => error);
  vi.advanceTimersByTime(1_800_000);
  const later: unknown = await take().catch((error: unknown) => error);
  const ending = { phase: 'interrupted', opensAt: new Date(next).toISOString() };
  expect([endOf(first), endOf(later)]).toEqual([ending, ending]);
  expect(createUpload).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(1_800_000);
  createUpload.mockResolvedValue({ image: pending, upload: ticket() });
  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
  vi.useRealTimers();
});
