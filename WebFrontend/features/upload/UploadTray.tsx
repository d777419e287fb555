import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { isOver, isTrouble } from './upload';
import { UploadRow } from './UploadRow';
import { uploads } from './queue';

/** The queue, out of the way: a panel on desktops, a pill that opens on phones. */
export default function UploadTray() {
  const entries = useObservable(uploads).filter((entry) => !entry.isDismissed);
  const [choice, setChoice] = useState<boolean>();
  // Open while there is something to see and room for it, unless the visitor chose.
  const hasNews = entries.some((entry) => !isOver(entry) || isTrouble(entry));
  const isOpen = choice ?? (hasNews && window.matchMedia('(width >= 40rem)').matches);
  const done = entries.filter(isOver).length;
  const Chevron = isOpen ? ChevronDown : ChevronUp;

  if (entries.length === 0) return null;
  return (
    <section
      aria-label={strings.upload.tray}
      className="appear fixed inset-x-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-30 flex max-h-[min(26rem,60dvh)] flex-col rounded-xl glass sm:left-auto sm:w-96"
    >
      <div className="flex items-center gap-1 p-1.5">
        <button
          type="button"
          className="control min-w-0 grow justify-start control-quiet"
          aria-expanded={isOpen}
          onClick={() => setChoice(!isOpen)}
        >
          <Chevron size={18} strokeWidth={1.5} aria-hidden />
          <span className="truncate tabular">{strings.upload.summary(done, entries.length)}</span>
        </button>
        {done > 0 && (
          <button type="button" className="control control-quiet" onClick={clearFinished}>
            {strings.upload.clear}
          </button>
        )}
      </div>
      {isOpen && (
        <ul className="divide-y divide-line overflow-y-auto overscroll-contain border-t border-line">
          {entries.map((entry) => (
            <UploadRow key={entry.key} upload={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function clearFinished(): void {
  uploads
    .get()
    .filter(isOver)
    .forEach(({ key }) => uploads.dismiss(key));
}
