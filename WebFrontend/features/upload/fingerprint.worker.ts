import type { FingerprintAnswer, FingerprintRequest } from './fingerprint';

const previewSide = 640;
let decoding: Promise<unknown> = Promise.resolve();

async function hash(file: File): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function shrink(file: File) {
  const full = await createImageBitmap(file);
  const { width, height } = full;
  const scale = Math.min(1, previewSide / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  canvas.getContext('2d')?.drawImage(full, 0, 0, canvas.width, canvas.height);
  full.close();
  return { blob: await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }), width, height };
}

// One at a time: twelve megapixels decoded are fifty megabytes.
function preview(file: File) {
  const next = decoding.then(() => shrink(file));
  decoding = next.catch(() => undefined);
  return next;
}

self.onmessage = ({ data: { id, task, file } }: MessageEvent<FingerprintRequest>) => {
  const result = task === 'hash' ? hash(file) : preview(file);
  result.then(
    (value) => self.postMessage({ id, value } satisfies FingerprintAnswer),
    (error: unknown) => self.postMessage({ id, error: String(error) } satisfies FingerprintAnswer),
  );
};
