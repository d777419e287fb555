import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { announce } from '@/lib/announce';
import { reachability } from '@/lib/api/reachability';
import { outcomeText } from './outcome';
import { uploads } from './queue';
import { isOver } from './upload';

const settleMs = 800;

/** Tells each upload's end once, several together, and lets labels and numbers be asked for again. */
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
