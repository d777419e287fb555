import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/lib/api/client';
import { aDetail, anImage } from '@/testing/images';
import { Journey } from './journey';
import type { PutOutcome } from './put';
import type { Upload } from './upload';

const ticket = (expiresInMs = 300_000) => ({
  method: 'PUT',
  url: 'https://bucket.example/uploads/abc',
  headers: { 'content-type': 'image/jpeg' },
  expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
});
const pending = anImage({ status: 'pending', labels: [] });
const outage = new ApiError(503, 'down', 'down');
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
const put = vi.fn<() => Promise<PutOutcome>>();
const pause = vi.fn(() => Promise.resolve());
const journey = new Journey({
  api: { createUpload, getImage },
  put,
  hash: () => Promise.resolve('f'.repeat(64)),
  pause,
});

async function take() {
  const phases: unknown[] = [];
  await journey.take(upload, new AbortController().signal, ({ phase }) => phase && phases.push(phase));
  return phases;
}

beforeEach(() => {
  createUpload.mockReset().mockResolvedValue({ image: pending, upload: ticket() });
  getImage.mockReset().mockResolvedValue(aDetail());
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

test('nothing but the word of the API ends the waiting', async () => {
  getImage
    .mockResolvedValueOnce(aDetail({ status: 'pending' }))
    .mockResolvedValueOnce(aDetail({ status: 'processing' }))
    .mockResolvedValueOnce(aDetail({ status: 'rejected', reason: { code: 'corrupt', message: 'x' } }));

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'waiting', 'waiting', 'rejected']);
});

test('an outage while waiting is waited out, more patiently each time', async () => {
  getImage.mockRejectedValueOnce(outage).mockRejectedValueOnce(outage);

  expect(await take()).toEqual(['hashing', 'uploading', 'waiting', 'ready']);
  expect(pause.mock.calls.map(([milliseconds]: unknown[]) => milliseconds)).toEqual([500, 1000]);
});
