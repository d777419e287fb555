import { strings } from '@/lib/strings';

const shapes = [1.5, 0.75, 1.33, 1.78, 1, 1.5, 0.67, 1.4, 1.33, 0.8, 1.6, 1.2];

/** Rows of quiet frames, as justified as the pictures that come. */
export function GallerySkeleton() {
  return (
    <div className="flex flex-wrap gap-2 sm:gap-3" role="status">
      <span className="sr-only">{strings.gallery.loading}</span>
      {shapes.map((ratio, index) => (
        <div
          key={index}
          className={`skeleton skeleton-${Math.round(ratio * 2)} h-40 rounded-photo bg-raised sm:h-56`}
        />
      ))}
      {/* The last row keeps its shape, as the last row of pictures does. */}
      <div className="grow-100" />
    </div>
  );
}
