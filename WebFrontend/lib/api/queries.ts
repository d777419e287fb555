import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { isFinal } from '@/lib/photo';
import type { Filter } from '@/lib/urls';
import { api, isNotFound, isOutage } from './client';
import type { ImagePage } from './types';

const recheckWhileDownMs = 5_000;
const headIntervalMs = 15_000;
const unfinishedIntervalMs = 2_000;

export type Feed = InfiniteData<ImagePage>;

const recheckAfterOutage = (query: { state: { error: unknown } }) =>
  isOutage(query.state.error) ? recheckWhileDownMs : false;

/** One for the page: the export renders nothing that belongs to a visitor, so nothing can leak from one to the other. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The browser's idea of "online" says nothing about a service on the same machine: ask, and see.
      networkMode: 'always',
      retry: (failures, error) => isOutage(error) && failures < 2,
      refetchInterval: recheckAfterOutage,
      staleTime: 30_000,
    },
    mutations: { networkMode: 'always' },
  },
});

const keyOf = ({ labels, isMine }: Filter) => [isMine, ...labels] as const;

export const feedKey = (filter: Filter) => ['feed', ...keyOf(filter)] as const;

export const feedQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: feedKey(filter),
    queryFn: ({ pageParam, signal }) => api.listImages({ filter, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ImagePage) => page.nextCursor ?? undefined,
    // Pages already shown stay as they are: what is new arrives through the head.
    staleTime: Infinity,
  });

/** The first page, looked at now and then: what is new, and what became of pictures that were unfinished. */
export const headQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['head', ...keyOf(filter)],
    queryFn: ({ signal }) => api.listImages({ filter }, signal),
    refetchInterval: ({ state: { data } }) => (data?.items.every(isFinal) ? headIntervalMs : unfinishedIntervalMs),
    staleTime: headIntervalMs / 2,
  });

/** What became of these pictures, which no first page shows any more. */
export const unfinishedQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['unfinished', ...ids],
    queryFn: async ({ signal }) => {
      const ask = (id: string) =>
        api.getImage(id, signal).catch((error: unknown) => {
          if (isNotFound(error)) return undefined;
          throw error;
        });
      const photos = (await Promise.all(ids.map(ask))).filter((photo) => photo !== undefined);
      return { photos, gone: ids.filter((id) => !photos.some((photo) => photo.id === id)) };
    },
    enabled: ids.length > 0,
    refetchInterval: unfinishedIntervalMs,
    gcTime: 0,
  });

export const imageQuery = (id: string) =>
  queryOptions({
    queryKey: ['image', id],
    queryFn: ({ signal }) => api.getImage(id, signal),
    refetchInterval: (query) => {
      const photo = query.state.data;
      return photo && !isFinal(photo) ? unfinishedIntervalMs : recheckAfterOutage(query);
    },
  });

export const labelsQuery = (prefix: string, limit = 50) =>
  queryOptions({
    queryKey: ['labels', prefix.toLowerCase(), limit],
    queryFn: ({ signal }) => api.listLabels(prefix, limit, signal),
    placeholderData: keepPreviousData,
  });

export const statisticsQuery = (days: number) =>
  queryOptions({
    queryKey: ['stats', days],
    queryFn: ({ signal }) => api.getStatistics(days, signal),
    placeholderData: keepPreviousData,
  });
