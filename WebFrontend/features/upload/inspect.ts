export const maxUploadBytes = 5_242_880;
export const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;

export type Inspection = { contentType: string; problem?: undefined } | { problem: string };

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const headBytes = 256;

/** ISO/IEC 14496-12: the box's size, "ftyp", a brand, a version, more brands, of four bytes each. */
function brandsOf(head: Uint8Array): string[] {
  if (ascii(head, 4, 4) !== 'ftyp') return [];
  const size = new DataView(head.buffer, head.byteOffset, head.length).getUint32(0);
  const box = ascii(head, 0, Math.min(size, headBytes));
  return (box.slice(8, 12) + box.slice(16)).match(/.{4}/gs) ?? [];
}

/** A brand that comes first may say that the rest is not what its other brands are. */
const hasBrand = (brands: string[], kind: RegExp): boolean =>
  !/^(mif3|crx )$/.test(brands[0] ?? '') && brands.some((brand) => kind.test(brand));

/**
 * The type by magic bytes: names and the browser's guess from them say nothing about what is inside.
 * The processor goes by the same rules (ImageProcessor/Imaging/FileType.cs); one list of files is the test of both.
 */
export function sniff(head: Uint8Array): string | undefined {
  if (ascii(head, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return 'image/gif';
  if (/^RIFF.{4}WEBP/s.test(ascii(head, 0, 12))) return 'image/webp';
  return hasBrand(brandsOf(head), /^avi[fs]$/) ? 'image/avif' : undefined;
}

export async function inspect(file: Blob): Promise<Inspection> {
  if (file.size === 0) return { problem: 'empty' };
  if (file.size > maxUploadBytes) return { problem: 'file-too-large' };
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const contentType = sniff(head);
  if (contentType) return { contentType };
  if (hasBrand(brandsOf(head), /^(hei|hev|m[is]f1)/)) return { problem: 'heic' };
  return { problem: file.type.startsWith('image/') ? 'unsupported-media-type' : 'not-an-image' };
}
