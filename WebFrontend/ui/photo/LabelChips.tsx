import type { Label } from '@/lib/api/types';
import { formatPercent } from '@/lib/format';
import { byConfidence } from '@/lib/photo';

/** The surest labels on a picture, as words. */
export function LabelChips({ labels, limit }: { labels: readonly Label[]; limit: number }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {byConfidence(labels)
        .slice(0, limit)
        .map(({ name, confidence }, order) => (
          <li
            key={name}
            className={`rise flex items-baseline gap-1.5 rounded bg-night/85 px-1.5 py-0.5 text-xs text-white stagger-${order + 1}`}
          >
            {name}
            <span className="font-mono text-beam">{formatPercent(confidence)}</span>
          </li>
        ))}
    </ul>
  );
}
