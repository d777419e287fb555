import { expect, test } from 'vitest';
import type { RejectionCode } from '@/lib/api/types';
import { anImage } from '@/testing/images';
import { describe, reasonOf, titleOf } from './photo';

const labels = [
  { name: 'Grass', confidence: 71 },
  { name: 'Dog', confidence: 98 },
];

test('alternative text says what the machine saw, the surest first', () =>
  expect(describe(anImage({ labels }))).toBe('Photo, probably: dog, grass'));

test('alternative text never claims a result that is not there', () => {
  expect(describe(anImage({ labels: [] }))).toBe('Photo in which nothing was recognised');
  expect(describe(anImage({ status: 'pending' }))).toBe('Photo that is waiting for its scan');
  expect(describe(anImage({ status: 'processing', labels }))).toBe('Photo that is being scanned');
});

test('alternative text of a picture that cannot be shown says why', () =>
  expect(
    describe(anImage({ status: 'rejected', fileName: 'beach.jpg', reason: { code: 'corrupt', message: 'x' } })),
  ).toBe('beach.jpg, which could not be shown. Damaged'));

test('the heading falls back on the file name', () => {
  expect(titleOf(anImage({ labels }))).toBe('Dog, Grass');
  expect(titleOf(anImage({ labels: [], fileName: 'beach.jpg' }))).toBe('beach.jpg');
});

test('a known reason is said in plain words, one that is newer than this site in the words of the API', () => {
  const newer = 'new-code' as RejectionCode;

  expect(reasonOf(anImage({ status: 'rejected', reason: { code: 'corrupt', message: 'x' } }))).toContain('damaged');
  expect(reasonOf(anImage({ status: 'rejected', reason: { code: newer, message: 'New.' } }))).toBe('New.');
});

test('a format that is not read is named in the words of the API, with what to do', () => {
  const message = 'JPEG of 12 bits is not supported. Save it with 8 bits, or as PNG or AVIF.';

  expect(reasonOf(anImage({ status: 'rejected', reason: { code: 'unsupported-format', message } }))).toBe(message);
});
