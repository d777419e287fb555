import { formatPercent } from '@/lib/format';
import type { SeenBox } from './boxes';

const percent = (fraction: number): string => `${fraction * 100}%`;

/** Each box's name at its upper left corner. With a label highlighted, only that one's. */
export function BoxTags({ boxes, highlighted }: { boxes: readonly SeenBox[]; highlighted: string | null }) {
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden" aria-hidden>
      {boxes.map((box) => (
        <span
          key={`${box.name}-${box.index}`}
          className={`appear absolute max-w-full truncate rounded-br bg-night/85 px-1.5 py-0.5 text-xs text-white transition-opacity duration-150 ${
            highlighted !== null && highlighted !== box.name ? 'opacity-0' : ''
          }`}
          style={{ left: percent(Math.max(0, box.left)), top: percent(Math.max(0, box.top)) }}
        >
          {box.name} <span className="font-mono text-beam">{formatPercent(box.confidence)}</span>
        </span>
      ))}
    </div>
  );
}
