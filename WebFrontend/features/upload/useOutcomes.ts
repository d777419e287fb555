import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { announce } from '@/features/shell/announcer';
import { reachability } from '@/lib/api/reachability';
import { describe } from '@/lib/photo';
import { strings } from '@/lib/strings';
import { isOver, isTrouble, type Upload } from './upload';
import { uploads } from './uploads';

const settleMs = 800;

export function outcomeText(ended: readonly Upload[]): string {
  const [only, ...others] = ended;
  if (only && others.length === 0) return strings.upload.finishedOne(only.name, outcomeOf(only));
  const count = (test: (upload: Upload) => boolean) => ended.filter(test).length;
  return strings.upload.finished(
    count(({ phase }) => phase === 'ready'),
    count(({ phase }) => phase === 'known'),
    count(isTrouble),
  );
}

function outcomeOf(upload: Upload): string {
  if (upload.phase === 'known') return strings.upload.known;
  if (upload.phase === 'ready' && upload.image) return describe(upload.image);
  return problemOf(upload);
}

export const problemOf = ({ problem, image }: Upload): string => {
  const reasons: Record<string, string> = strings.reasons;
  return (
    reasons[problem ?? image?.reason?.code ?? ''] ?? image?.reason?.message ?? strings.reasons['processing-failed']
  );
};

/** Tells each upload's end once, several together, and lets labels and numbers be asked for anew. */
export function useOutcomes(): void {
  const client = useQueryClient();

  useEffect(() => {
    const told = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const tell = () => {
      const ended = uploads.get().filter((upload) => isOver(upload) && !told.has(upload.key));
      if (ended.length === 0) return;
      ended.forEach((upload) => told.add(upload.key));
      announce(outcomeText(ended));
      void client.invalidateQueries({ queryKey: ['labels'] });
      void client.invalidateQueries({ queryKey: ['stats'] });
    };

    const unsubscribe = uploads.subscribe(() => {
      uploads.get().forEach((upload) => !isOver(upload) && told.delete(upload.key));
      clearTimeout(timer);
      timer = setTimeout(tell, settleMs);
    });
    const resume = reachability.subscribe(() => reachability.get() && uploads.resume());
    const online = () => uploads.resume();
    window.addEventListener('online', online);
    return () => {
      unsubscribe();
      resume();
      window.removeEventListener('online', online);
      clearTimeout(timer);
    };
  }, [client]);
}
