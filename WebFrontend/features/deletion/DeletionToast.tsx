import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { Toast } from '@/ui/Toast';
import { deletions, hasFailed } from './queue';

const words = strings.deletion;

/** Says what was deleted and takes it back while that is possible. */
export function DeletionToast() {
  const undoable = useObservable(deletions.undoable);
  const failed = useObservable(hasFailed);
  useFlushOnLeave();

  return (
    <Toast>
      {failed ? (
        <>
          <span className="text-warn">{words.failed}</span>
          <button type="button" className="control control-quiet" onClick={() => hasFailed.set(false)}>
            {strings.close}
          </button>
        </>
      ) : (
        undoable.length > 0 && (
          <>
            <span>{words.deleted(undoable.length)}</span>
            <button type="button" className="control control-outline" onClick={() => deletions.undo()}>
              <Undo2 size={16} strokeWidth={1.5} aria-hidden />
              {strings.undo}
            </button>
          </>
        )
      )}
    </Toast>
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
