import { api } from '@/lib/api/client';
import { announce } from '@/features/shell/announcer';
import { strings } from '@/lib/strings';
import { Fingerprint } from './fingerprint';
import { inspect } from './inspect';
import { Journey } from './journey';
import { put } from './put';
import { UploadQueue } from './queue';

const fingerprint = new Fingerprint();

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The upload was cancelled.', 'AbortError'));
    });
  });

export const uploads = new UploadQueue({
  api,
  journey: new Journey({ api, put, hash: fingerprint.hash, pause }),
  inspect,
  preview: fingerprint.preview,
});

export function upload(files: Iterable<File>): void {
  const list = [...files];
  if (list.length === 0) return;
  announce(strings.upload.added(list.length));
  void uploads.add(list);
}
