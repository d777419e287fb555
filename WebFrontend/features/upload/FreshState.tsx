import { RotateCcw } from 'lucide-react';
import type { Upload } from './upload';
import { uploads } from './queue';
import { problemOf } from './outcome';
import { formatBytes } from '@/lib/format';
import { strings } from '@/lib/strings';

const words = strings.upload;

/** In words, over the picture, what is going on with it; nothing once it is simply ready. */
export function FreshState({ upload }: { upload: Upload }) {
  const { file, image, key, name, phase, sentBytes } = upload;
  if (phase === 'ready') return null;

  if (phase === 'failed' || phase === 'interrupted') {
    return (
      <div className="pointer-events-auto flex w-full flex-wrap items-center gap-x-3 rounded-md bg-night/90 px-2.5 py-1 text-xs text-white">
        <span className="grow">{problemOf(upload)}</span>
        <button
          type="button"
          className="control px-2 text-xs underline"
          aria-label={words.retryOne(name)}
          onClick={() => void uploads.retry(key)}
        >
          <RotateCcw size={14} strokeWidth={1.5} aria-hidden />
          {strings.retry}
        </button>
      </div>
    );
  }

  const text =
    phase === 'uploading'
      ? words.sending(formatBytes(sentBytes), formatBytes(file.size))
      : phase === 'waiting'
        ? image?.status === 'processing'
          ? words.processing
          : words.pending
        : phase === 'known'
          ? words.known
          : words.queued;

  return <span className="rounded bg-night/85 px-1.5 py-0.5 text-xs text-white tabular">{text}</span>;
}
