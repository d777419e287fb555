import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { announce } from '@/lib/announce';
import { api } from '@/lib/api/client';
import { queryClient } from '@/lib/api/queries';
import { reachability } from '@/lib/api/reachability';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';

export type Connection = 'fine' | 'offline' | 'down';

const probeMs = 4_000;

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** How the API can be reached. While it can't, it is asked every few seconds, and what had failed is asked for again afterwards. */
export function useConnection(): Connection {
  const isOnline = useOnline();
  const isReachable = useObservable(reachability);

  useQuery({
    queryKey: ['probe'],
    queryFn: ({ signal }) => api.listImages({ limit: 1 }, signal),
    enabled: !isReachable,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: probeMs,
  });

  useEffect(() => {
    if (isReachable) return undefined;
    return () => {
      announce(strings.status.recovered);
      void queryClient.refetchQueries({
        predicate: ({ state }) => state.status === 'error' || state.fetchFailureCount > 0,
      });
    };
  }, [isReachable]);

  return isOnline ? (isReachable ? 'fine' : 'down') : 'offline';
}
