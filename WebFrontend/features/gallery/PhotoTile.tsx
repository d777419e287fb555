import { ImageOff } from 'lucide-react';
import { memo } from 'react';
import { ScanOverlay } from '@/ui/photo/ScanOverlay';
import type { ImageSummary } from '@/lib/api/types';
import { byConfidence, describe, isFinal, shortReasonOf } from '@/lib/photo';
import { strings } from '@/lib/strings';
import { PhotoLink } from '@/ui/photo/PhotoLink';
import { Picture } from '@/ui/photo/Picture';

interface PhotoTileProps {
  photo: ImageSummary;
  left: number;
  top: number;
  width: number;
  height: number;
  position: number;
  setSize: number;
  isTabStop: boolean;
}

const words = strings.gallery;

/** On a dense screen nobody misses a fifth of the pixels, and often the smaller file will do. */
const sizesFor = (width: number): string =>
  `(min-resolution: 1.5dppx) ${Math.ceil(width * 0.8)}px, ${Math.ceil(width)}px`;

function stateOf(photo: ImageSummary): string | undefined {
  switch (photo.status) {
    case 'pending':
      return words.waiting;
    case 'processing':
      return words.scanning;
    case 'rejected':
    case 'failed':
      return shortReasonOf(photo);
    default:
      return undefined;
  }
}

export const PhotoTile = memo(function PhotoTile({
  photo,
  left,
  top,
  width,
  height,
  position,
  setSize,
  isTabStop,
}: PhotoTileProps) {
  const state = stateOf(photo);
  const names = byConfidence(photo.labels).slice(0, 3);

  return (
    <article
      aria-posinset={position}
      aria-setsize={setSize}
      aria-label={describe(photo)}
      className="absolute top-0 left-0"
      style={{ transform: `translate(${left}px, ${top}px)`, width, height }}
    >
      <PhotoLink
        id={photo.id}
        data-photo={photo.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={photo.thumbnails.length > 0 ? undefined : describe(photo)}
        className="photo-frame group block size-full"
        style={{ backgroundColor: photo.color ?? undefined }}
      >
        <Picture photo={photo} sizes={sizesFor(width)} />
        {!isFinal(photo) && <ScanOverlay isDone={false} />}
        {isFinal(photo) && photo.thumbnails.length === 0 && (
          <ImageOff size={28} strokeWidth={1.5} aria-hidden className="absolute inset-0 m-auto text-muted" />
        )}
        {state && (
          <span
            className="absolute bottom-2 left-2 rounded bg-night/85 px-1.5 py-0.5 text-xs text-white"
            // The link's name says it as well.
            aria-hidden
          >
            {state}
          </span>
        )}
        {names.length > 0 && (
          <span className="photo-caption" aria-hidden>
            {names.map(({ name }) => name).join(', ')}
          </span>
        )}
      </PhotoLink>
    </article>
  );
});
