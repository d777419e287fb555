import type { DetailedLabel } from '@/lib/api/types';
import { formatPercent } from '@/lib/format';
import { byConfidence } from '@/lib/photo';
import { detail as words } from '@/lib/strings.detail';

interface LabelListProps {
  labels: readonly DetailedLabel[];
  highlighted: string | null;
  onHighlight: (name: string | null) => void;
}

/** The text twin of the boxes: pointing at a label, or focusing it, brings its boxes forward. */
export function LabelList({ labels, highlighted, onHighlight }: LabelListProps) {
  return (
    <section aria-labelledby="detail-labels">
      <h3 id="detail-labels" className="mb-2 text-sm font-medium text-muted">
        {words.labels}
      </h3>
      {labels.length === 0 && <p className="text-sm">{words.noLabels}</p>}
      <ul className="-mx-2">
        {byConfidence(labels).map((label) => (
          <li key={label.name}>
            <button
              type="button"
              className="w-full rounded-lg px-2 py-1.5 text-left hover:bg-raised focus-visible:bg-raised aria-pressed:bg-raised"
              aria-pressed={highlighted === label.name}
              onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onHighlight(label.name)}
              onPointerLeave={({ pointerType }) => pointerType === 'mouse' && onHighlight(null)}
              onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onHighlight(label.name)}
              onBlur={() => onHighlight(null)}
              onClick={() => onHighlight(highlighted === label.name ? null : label.name)}
            >
              <LabelText label={label} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LabelText({ label: { name, confidence, instances, parents, categories } }: { label: DetailedLabel }) {
  const notes = [
    instances.length > 0 && words.places(instances.length),
    parents.length > 0 && words.within(parents.join(', ')),
    ...categories,
  ].filter(Boolean);

  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{name}</span>
        <span className="font-mono text-sm text-signal">{formatPercent(confidence)}</span>
      </span>
      <span className="mt-1 block h-0.5 overflow-hidden rounded-full bg-raised" aria-hidden>
        <span className="block h-full origin-left bg-signal" style={{ transform: `scaleX(${confidence / 100})` }} />
      </span>
      {notes.length > 0 && <span className="mt-1 block text-xs text-muted">{notes.join(' · ')}</span>}
    </>
  );
}
