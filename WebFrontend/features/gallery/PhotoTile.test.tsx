import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ImageSummary } from '@/lib/api/types';
import { anImage } from '@/testing/images';
import { expectAccessible, render } from '@/testing/render';
import { PhotoTile } from './PhotoTile';

const tile = (photo: ImageSummary) =>
  render(
    <div role="feed" aria-label="Pictures">
      <PhotoTile photo={photo} left={0} top={0} width={300} height={200} position={3} setSize={-1} isTabStop />
    </div>,
  );

test('a picture has its place in the feed, a name from its labels and its own address', async () => {
  const { container } = tile(anImage({ labels: [{ name: 'Dog', confidence: 98 }] }));

  const article = screen.getByRole('article', { name: 'Photo, probably: dog' });
  expect(article.getAttribute('aria-posinset')).toBe('3');
  expect(screen.getByRole('link', { name: /dog/ }).getAttribute('href')).toBe('/photos/abc');
  await expectAccessible(container);
});

test.each([
  ['pending', undefined, 'Waiting'],
  ['processing', undefined, 'Scanning'],
  ['failed', 'processing-failed', 'Not finished'],
  ['rejected', 'not-an-image', 'Not a picture'],
  ['rejected', 'corrupt', 'Damaged'],
] as const)('a %s picture (%s) says "%s"', async (status, code, text) => {
  const reason = code && { code, message: '' };
  const { container } = tile(anImage({ status, reason: reason ?? null, thumbnails: [], fileName: 'beach.jpg' }));

  expect(screen.getByText(text)).toBeDefined();
  await expectAccessible(container);
});
