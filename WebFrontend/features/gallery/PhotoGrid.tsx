import { useEffect, useMemo, useRef } from 'react';
import type { ImageSummary } from '@/lib/api/types';
import { type GridMeasure, heightOf, justify } from '@/lib/justify';
import { strings } from '@/lib/strings';
import { PhotoTile } from './PhotoTile';
import { useGridFocus } from './useGridFocus';
import { useSlide } from './useSlide';
import { useVisibleRows } from './useVisibleRows';

interface PhotoGridProps {
  photos: readonly ImageSummary[];
  measure: GridMeasure;
  isComplete: boolean;
  isBusy: boolean;
  /** Called when the end comes near. */
  onNearEnd: () => void;
  /** Called for the Delete key on a picture. */
  onDelete: (id: string) => void;
}

const rowsAhead = 6;

/** Justified rows of which only those near the viewport exist. */
export function PhotoGrid({ photos, measure, isComplete, isBusy, onNearEnd, onDelete }: PhotoGridProps) {
  const feed = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => justify(photos, { ...measure, isComplete }), [photos, measure, isComplete]);
  const positions = useMemo(() => new Map(photos.map(({ id }, index) => [id, index + 1])), [photos]);
  const { first, end } = useVisibleRows(feed, rows);
  const visible = rows.slice(first, end);
  const { tabStop, ...handlers } = useGridFocus(feed, rows, visible, onDelete);
  useSlide(feed);

  useEffect(() => {
    if (!isComplete && !isBusy && end >= rows.length - rowsAhead) onNearEnd();
  }, [isComplete, isBusy, end, rows.length, onNearEnd]);

  return (
    <div
      ref={feed}
      role="feed"
      aria-label={strings.gallery.feed}
      aria-busy={isBusy}
      className="relative"
      style={{ height: heightOf(rows) }}
      {...handlers}
    >
      {visible.flatMap(({ top, height, tiles }) =>
        tiles.map(({ item, left, width }) => (
          <PhotoTile
            key={item.id}
            photo={item}
            left={left}
            top={top}
            width={width}
            height={height}
            position={positions.get(item.id) ?? 1}
            setSize={isComplete ? photos.length : -1}
            isTabStop={item.id === tabStop}
          />
        )),
      )}
    </div>
  );
}
