export const maxUploadBytes = 5_242_880;
export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

export type Inspection = { contentType: string; problem?: undefined } | { problem: string };

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

/** The type by magic bytes: names and the browser's guess from them say nothing about what is inside. */
export function sniff(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(head, 0, 4) === 'GIF8') return 'image/gif';
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP') return 'image/webp';
  if (ascii(head, 4, 4) === 'ftyp' && /avi[fs]/.test(ascii(head, 8, 24))) return 'image/avif';
  return undefined;
}

export async function inspect(file: Blob): Promise<Inspection> {
  if (file.size === 0) return { problem: 'empty' };
  if (file.size > maxUploadBytes) return { problem: 'file-too-large' };
  const contentType = sniff(new Uint8Array(await file.slice(0, 32).arrayBuffer()));
  if (contentType) return { contentType };
  return { problem: file.type.startsWith('image/') ? 'unsupported-media-type' : 'not-an-image' };
}
