import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspect, maxUploadBytes, sniff } from './inspect';

const bytes = (...parts: (number | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part)))));

// The processor's tests read the same file.
const { files } = JSON.parse(
  readFileSync(new URL('../../../Tests/Support/Contracts/signatures.json', import.meta.url), 'utf8'),
) as { files: { name: string | null; mediaType: string | null; bytes: string }[] };

test.each(files)('$bytes is $name, $mediaType', ({ mediaType, bytes: hex }) =>
  expect(sniff(new Uint8Array(Buffer.from(hex, 'hex')))).toBe(mediaType ?? undefined),
);

test('a file may be as large as the API accepts', () => {
  const contract = JSON.parse(readFileSync(new URL('../../../ImageApi/openapi.json', import.meta.url), 'utf8')) as {
    components: { schemas: { UploadRequest: { properties: { size: { maximum: number } } } } };
  };
  expect(maxUploadBytes).toBe(contract.components.schemas.UploadRequest.properties.size.maximum);
});

test('a picture is known by its first bytes, whatever the file is called', async () =>
  expect(await inspect(new File([bytes(0xff, 0xd8, 0xff, 0xe0)], 'unknown.bin'))).toEqual({
    contentType: 'image/jpeg',
  }));

test.each(files.filter(({ name }) => name === 'HEIC'))('HEIC is told from other formats: $bytes', async (file) =>
  expect(await inspect(new File([new Uint8Array(Buffer.from(file.bytes, 'hex'))], 'photo.jpg'))).toEqual({
    problem: 'heic',
  }),
);

test.each([
  ['not-an-image', new File(['just text'], 'photo.jpg', { type: 'text/plain' })],
  ['unsupported-media-type', new File(['<svg/>'], 'drawing.svg', { type: 'image/svg+xml' })],
  ['empty', new File([], 'empty.jpg', { type: 'image/jpeg' })],
  ['file-too-large', new File([bytes(0xff, 0xd8, 0xff), new Uint8Array(maxUploadBytes)], 'large.jpg')],
])('answers %s before anything is sent', async (problem, file) => expect(await inspect(file)).toEqual({ problem }));
