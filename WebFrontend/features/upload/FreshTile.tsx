import { memo } from 'react';
import { boxesOf } from '@/ui/photo/boxes';
import { LabelChips } from '@/ui/photo/LabelChips';
import { ObjectBoxes } from '@/ui/photo/ObjectBoxes';
import { ScanOverlay } from '@/ui/photo/ScanOverlay';
import type { DetailedLabel, ImageDetail, ImageSummary } from '@/lib/api/types';
import { describe } from '@/lib/photo';
import { FreshState } from './FreshState';
import { PhotoLink } from '@/ui/photo/PhotoLink';
import type { Fresh } from './useFresh';

interface FreshTileProps {
  fresh: Fresh;
  left: number;
  top: number;
  width: number;
  height: number;
}

const narrowPx = 180;

const placedLabels = (image: ImageSummary | ImageDetail | undefined): readonly DetailedLabel[] =>
  image && 'sha256' in image ? image.labels : [];

/** A picture of this visit: its local preview, the scan over it, then what the scan found. */
export const FreshTile = memo(function FreshTile({ fresh, left, top, width, height }: FreshTileProps) {
  const { id, upload } = fresh;
  const { image, phase, preview } = upload;
  const isReady = phase === 'ready' || phase === 'known';
  const boxes = isReady ? boxesOf(placedLabels(image)) : [];
  const wasScanned = phase === 'waiting' || phase === 'ready';

  return (
    <li
      className="fresh-tile photo-frame appear absolute top-0 left-0"
      style={{ translate: `${left}px ${top}px`, width, height }}
    >
      <PhotoLink id={id} data-photo={id} className="absolute inset-0" aria-label={image ? describe(image) : undefined}>
        <img
          src={preview?.url}
          alt=""
          draggable={false}
          className={`size-full object-cover transition-opacity duration-200 ${phase === 'uploading' ? 'opacity-60' : ''}`}
        />
        {wasScanned && <ScanOverlay isDone={isReady} />}
        {boxes.length > 0 && <ObjectBoxes boxes={boxes} width={fresh.width} height={fresh.height} />}
      </PhotoLink>
      <div className="pointer-events-none absolute inset-x-2 bottom-2 flex flex-wrap items-end gap-1">
        {isReady && image && <LabelChips labels={image.labels} limit={width < narrowPx ? 1 : 3} />}
        <FreshState upload={upload} />
      </div>
    </li>
  );
});
