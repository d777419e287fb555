import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { formatDateTime } from '@/lib/format';
import { anImage } from '@/testing/images';
import { expectAccessible, render } from '@/testing/render';
import type { Upload } from './upload';
import { UploadRow } from './UploadRow';

const upload = (difference: Partial<Upload>): Upload => ({
  key: 'upload-1',
  file: new File(['x'.repeat(2048)], 'dog.jpg'),
  name: 'dog.jpg',
  contentType: 'image/jpeg',
  phase: 'queued',
  sentBytes: 0,
  isDismissed: false,
  ...difference,
});
const row = (difference: Partial<Upload>) =>
  render(
    <ul>
      <UploadRow upload={upload(difference)} />
    </ul>,
  );

test('shows the bytes sent, and can be cancelled', async () => {
  const { container } = row({ phase: 'uploading', sentBytes: 1024 });

  expect(screen.getByText('1.0 kB of 2.0 kB')).toBeDefined();
  expect(screen.getByRole('progressbar', { name: 'Bytes sent of dog.jpg' }).getAttribute('value')).toBe('1024');
  expect(screen.getByRole('button', { name: 'Cancel dog.jpg' })).toBeDefined();
  await expectAccessible(container);
});

test.each([
  [{ phase: 'queued' }, 'Waiting for its turn'],
  [{ phase: 'waiting', image: anImage({ status: 'pending' }) }, 'Uploaded, waiting for the scan'],
  [{ phase: 'waiting', image: anImage({ status: 'processing' }) }, 'Scanning'],
  [{ phase: 'known', image: anImage() }, 'Already here'],
  [
    { phase: 'interrupted', opensAt: '2026-11-30T00:00:00.000Z' },
    `That’s all for today. New pictures are taken again from ${formatDateTime('2026-11-30T00:00:00.000Z')} on.`,
  ],
  [{ phase: 'refused', problem: 'not-an-image' }, 'This isn’t a picture we can read.'],
  [
    { phase: 'rejected', image: anImage({ status: 'rejected', reason: { code: 'corrupt', message: 'x' } }) },
    'This file is damaged: it can’t be decoded.',
  ],
] satisfies [Partial<Upload>, string][])('%o says "%s"', (difference, text) => {
  row(difference);

  expect(screen.getByText(text)).toBeDefined();
});

test('what failed can be tried again, what is no picture can be replaced', () => {
  row({ phase: 'failed', image: anImage({ status: 'failed' }) });
  expect(screen.getByRole('button', { name: 'Try again: dog.jpg' })).toBeDefined();

  row({ phase: 'refused', problem: 'file-too-large' });
  expect(screen.getByRole('button', { name: 'Choose another' })).toBeDefined();
});

test('a picture that is here can be looked at', () => {
  row({ phase: 'ready', image: anImage({ id: 'abc' }) });

  expect(screen.getByRole('link', { name: 'Show dog.jpg' }).getAttribute('href')).toBe('/photos/abc');
});
