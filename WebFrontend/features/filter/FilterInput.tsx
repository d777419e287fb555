import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { labelsQuery } from '@/lib/api/queries';
import { strings } from '@/lib/strings';
import { mostLabels } from '@/lib/urls';
import { addLabel, filterInputId, isChosen, removeLabel } from '@/lib/filter';
import { Suggestions } from './Suggestions';
import { useOptions } from './useOptions';

const mostSuggestions = 8;
const words = strings.filter;

const beginsWith = (name: string, text: string): boolean => name.toLowerCase().startsWith(text.toLowerCase());

/** A combobox: typing asks the API for labels that begin like this, most frequent first. */
export function FilterInput({ labels }: { labels: readonly string[] }) {
  const listId = useId();
  const [text, setText] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isFull = labels.length >= mostLabels;
  const isOpen = isAsked && !isFull;
  const prefix = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useQuery({
    ...labelsQuery(prefix, mostSuggestions + labels.length),
    enabled: isOpen,
  });
  // Until the answer for this text is there, that for the text before stands in: what of it still fits.
  const found = (data?.items ?? [])
    .filter(({ name }) => beginsWith(name, text.trim()) && !isChosen(labels, name))
    .slice(0, mostSuggestions);
  const isAnswered = prefix !== '' && prefix === text.trim() && data !== undefined && !isPlaceholderData;

  const close = () => {
    setIsAsked(false);
    setText('');
  };
  const choose = (name: string) => {
    addLabel(name);
    close();
  };
  const options = useOptions({ count: found.length, onOpen: () => setIsAsked(true), onClose: close });

  return (
    <div className="relative w-full sm:w-72">
      <Search
        size={18}
        strokeWidth={1.5}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto text-muted"
      />
      <input
        id={filterInputId}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        // Not disabled: whoever has just chosen the last label keeps the focus, and Backspace takes it back.
        readOnly={isFull}
        aria-label={words.label}
        aria-expanded={isOpen && found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options.active >= 0 ? `${listId}-${options.active}` : undefined}
        placeholder={words.placeholder}
        className="h-11 w-full rounded-lg bg-raised pr-3 pl-10 text-base placeholder:text-muted sm:text-sm pointer-fine:h-9"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setIsAsked(true);
          options.reset();
        }}
        onFocus={() => setIsAsked(true)}
        onBlur={close}
        onKeyDown={(event) => {
          const last = labels.at(-1);
          const name = found[options.active]?.name ?? (text.trim() ? found[0]?.name : undefined);
          if (event.key === 'Enter' && name) choose(name);
          else if (event.key === 'Backspace' && text === '' && last) removeLabel(last);
          else options.onKeyDown(event);
        }}
      />
      {isOpen && (
        <Suggestions id={listId} found={found} active={options.active} isMiss={isAnswered} onChoose={choose} />
      )}
      <span role="status" className="sr-only">
        {isFull ? words.full : isOpen && isAnswered ? words.found(found.length) : ''}
      </span>
    </div>
  );
}
