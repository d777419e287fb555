import { expect, test } from 'vitest';
import { inspect, maxUploadBytes } from './inspect';

const bytes = (...parts: (number | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part)))));

test.each([
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n')],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['image/avif', bytes(0, 0, 0, 0x20, 'ftypavif', 0, 0, 0, 0, 'mif1')],
  ['image/avif', bytes(0, 0, 0, 0x20, 'ftypmif1', 0, 0, 0, 0, 'mif1avif')],
])('knows %s by its first bytes, whatever the file is called', async (contentType, content) =>
  expect(await inspect(new File([content], 'unknown.bin'))).toEqual({ contentType }),
);

test.each([
  ['not-an-image', new File(['just text'], 'photo.jpg', { type: 'text/plain' })],
  ['unsupported-media-type', new File(['<svg/>'], 'drawing.svg', { type: 'image/svg+xml' })],
  ['empty', new File([], 'empty.jpg', { type: 'image/jpeg' })],
  ['file-too-large', new File([bytes(0xff, 0xd8, 0xff), new Uint8Array(maxUploadBytes)], 'large.jpg')],
])('answers %s before anything is sent', async (problem, file) => expect(await inspect(file)).toEqual({ problem }));
