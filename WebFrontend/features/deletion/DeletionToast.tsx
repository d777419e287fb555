import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { deletions, hasFailed } from './deletions';

const words = strings.deletion;

/** Says what was deleted and takes it back while that is possible. */
export function DeletionToast() {
  const undoable = useObservable(deletions.undoable);
  const failed = useObservable(hasFailed);
  useFlushOnLeave();

  const isShown = undoable.length > 0 || failed;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4">
      {isShown && (
        <div className="rise pointer-events-auto flex items-center gap-2 rounded-xl py-1.5 pr-1.5 pl-4 text-sm glass">
          {failed ? (
            <>
              <span className="text-warn">{words.failed}</span>
              <button type="button" className="control control-quiet" onClick={() => hasFailed.set(false)}>
                {strings.close}
              </button>
            </>
          ) : (
            <>
              <span>{words.deleted(undoable.length)}</span>
              <button type="button" className="control control-outline" onClick={() => deletions.undo()}>
                <Undo2 size={16} strokeWidth={1.5} aria-hidden />
                {strings.undo}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Leaving the page is no way to undo. */
function useFlushOnLeave(): void {
  useEffect(() => {
    const flush = () => deletions.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, []);
}
