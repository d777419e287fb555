import { outline, type SeenBox } from './boxes';

interface ObjectBoxesProps {
  boxes: readonly SeenBox[];
  width: number;
  height: number;
  /** The label whose boxes stand out; the others step back. */
  highlighted?: string | null;
}

const staggers = ['', 'stagger-1', 'stagger-2', 'stagger-3', 'stagger-4', 'stagger-5', 'stagger-6'];

/** Boxes over a picture, drawn one after the other. For eyes only: the labels say the same in words. */
export function ObjectBoxes({ boxes, width, height, highlighted = null }: ObjectBoxesProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
      fill="none"
      aria-hidden
    >
      {boxes.map((box, order) => {
        const path = outline(box, width, height);
        const line = `box-line ${staggers[Math.min(order, staggers.length - 1)] ?? ''}`;
        const isAside = highlighted !== null && highlighted !== box.name;
        return (
          <g
            key={`${box.name}-${box.index}`}
            className={`transition-opacity duration-150 ${isAside ? 'opacity-25' : ''}`}
          >
            <path
              d={path}
              pathLength={1}
              className={`${line} stroke-night/70`}
              strokeWidth={4}
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={path}
              pathLength={1}
              className={`${line} stroke-beam`}
              strokeWidth={1.75}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        );
      })}
    </svg>
  );
}
