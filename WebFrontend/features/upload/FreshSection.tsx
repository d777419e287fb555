import { useMemo } from 'react';
import { type GridMeasure, heightOf, justify } from '@/lib/justify';
import { strings } from '@/lib/strings';
import { FreshTile } from './FreshTile';
import type { Fresh } from './useFresh';

const tallness = 1.25;

/** This visit's own pictures, from the moment they are sent: above the feed, so that none of its rows is laid out again. */
export default function FreshSection({ fresh, measure }: { fresh: readonly Fresh[]; measure: GridMeasure }) {
  const rows = useMemo(
    () => justify(fresh, { ...measure, targetHeight: measure.targetHeight * tallness, isComplete: true }),
    [fresh, measure],
  );
  if (rows.length === 0) return null;

  return (
    <section aria-labelledby="fresh-heading" className="mb-5">
      <h2 id="fresh-heading" className="mb-2 text-sm font-medium text-muted">
        {strings.gallery.fresh}
      </h2>
      <ul className="relative" style={{ height: heightOf(rows) }}>
        {rows.flatMap(({ top, height, tiles }) =>
          tiles.map(({ item, left, width }) => (
            <FreshTile key={item.id} fresh={item} left={left} top={top} width={width} height={height} />
          )),
        )}
      </ul>
    </section>
  );
}
