import type { LabelCount } from '@/lib/api/types';
import { formatCount } from '@/lib/format';
import { strings } from '@/lib/strings';

interface SuggestionsProps {
  id: string;
  found: readonly LabelCount[];
  active: number;
  /** Something was typed that no label begins with. */
  isMiss: boolean;
  onChoose: (name: string) => void;
}

const words = strings.filter;

export function Suggestions({ id, found, active, isMiss, onChoose }: SuggestionsProps) {
  if (found.length === 0) {
    return isMiss && <p className="suggestions px-3 py-2.5 text-sm text-muted">{words.none}</p>;
  }

  return (
    <ul id={id} role="listbox" aria-label={words.suggestions} className="suggestions p-1">
      {found.map(({ name, count }, index) => (
        <li
          key={name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className="flex min-h-11 cursor-pointer items-center justify-between gap-4 rounded-md px-3 text-sm hover:bg-raised aria-selected:bg-raised pointer-fine:min-h-9"
          // Before the field loses focus, which closes the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(name)}
        >
          {name}
          <span className="text-muted tabular">
            {formatCount(count)}
            <span className="sr-only"> {words.unit(count)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
