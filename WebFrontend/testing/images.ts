import type { ImageDetail, ImageSummary } from '@/lib/api/types';

/** A ready picture, different where a test says so. */
export const anImage = (difference: Partial<ImageSummary> = {}): ImageSummary => ({
  id: 'abc',
  status: 'ready',
  fileName: 'photo.jpg',
  contentType: 'image/jpeg',
  size: 1000,
  width: 300,
  height: 200,
  createdAt: '2026-05-01T10:00:00Z',
  processedAt: '2026-05-01T10:00:01Z',
  thumbnails: [{ url: '/images/abc/300.webp', width: 300, height: 200, type: 'image/webp' }],
  labels: [],
  ...difference,
});

export const aDetail = (difference: Partial<ImageDetail> = {}): ImageDetail => ({
  ...anImage(),
  sha256: 'a'.repeat(64),
  labels: [],
  ...difference,
});
