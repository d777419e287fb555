import { useQuery } from '@tanstack/react-query';
import { User, X } from 'lucide-react';
import { labelsQuery } from '@/lib/api/queries';
import { formatCount } from '@/lib/format';
import { strings } from '@/lib/strings';
import { type Filter, mostLabels } from '@/lib/urls';
import { FilterInput } from './FilterInput';
import { addLabel, isChosen, removeLabel, toggleMine } from '@/lib/filter';

const topLabels = 16;
const words = strings.filter;

/** The filter as it is in the URL: chosen labels, a field with suggestions, and the most frequent labels to pick from. */
export function FilterBar({ labels, isMine }: Filter) {
  const { data } = useQuery(labelsQuery('', topLabels));
  const offered = data?.items.filter(({ name }) => !isChosen(labels, name)) ?? [];

  return (
    <div role="search" className="flex flex-col gap-2 sm:flex-row sm:items-center">
      <div className="flex min-w-0 flex-wrap items-center gap-2 sm:max-w-[70%] sm:shrink-0">
        <FilterInput labels={labels} />
        <button
          type="button"
          className={`control ${isMine ? 'control-solid' : 'control-outline'}`}
          aria-pressed={isMine}
          title={words.mineHint}
          onClick={toggleMine}
        >
          <User size={16} strokeWidth={1.5} aria-hidden />
          {words.mine}
        </button>
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            className="control min-w-0 control-solid"
            aria-label={words.remove(label)}
            onClick={() => removeLabel(label)}
          >
            <span className="truncate">{label}</span>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </button>
        ))}
      </div>
      {labels.length >= mostLabels ? (
        <p className="min-h-11 content-center text-sm text-muted sm:min-h-9">{words.full}</p>
      ) : (
        <ul aria-label={words.top} className="scroll-strip flex min-h-11 min-w-0 grow gap-1 overflow-x-auto sm:min-h-9">
          {offered.map(({ name, count }) => (
            <li key={name} className="appear shrink-0">
              <button type="button" className="control control-quiet" onClick={() => addLabel(name)}>
                {name}
                <span className="text-xs text-muted tabular">{formatCount(count)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
