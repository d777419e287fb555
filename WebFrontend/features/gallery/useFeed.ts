import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type Feed, feedKey, feedQuery, headQuery } from '@/lib/api/queries';
import { flatten, hasGap, newcomersOf, withNewcomers, withUpdates } from '@/lib/api/feed';
import type { Filter } from '@/lib/urls';
import { useUnfinished } from './useUnfinished';

interface Feeding {
  filter: Filter;
  /** What the address asks for is known: in the exported page it is not. */
  isReady: boolean;
  isHidden: (id: string) => boolean;
  /** Whether the visitor added it, who needs not be told. */
  isOwn: (id: string) => boolean;
}

/** The gallery's pictures page by page, kept up to date by its first page. */
export function useFeed({ filter, isReady, isHidden, isOwn }: Feeding) {
  const client = useQueryClient();
  const feed = useInfiniteQuery({ ...feedQuery(filter), enabled: isReady });
  const loaded = useMemo(() => flatten(feed.data), [feed.data]);
  const head = useQuery({
    ...headQuery(filter),
    enabled: feed.isSuccess,
    // The page that has just come need not be asked for again.
    initialData: () => feed.data?.pages[0],
    initialDataUpdatedAt: feed.dataUpdatedAt,
  });
  const key = feedKey(filter);

  useEffect(() => {
    const page = head.data;
    if (page) client.setQueryData<Feed>(feedKey(filter), (current) => current && withUpdates(current, page.items));
  }, [client, head.data, filter]);

  useUnfinished(filter, loaded, head.data);

  const newcomers = newcomersOf(loaded, head.data);
  const photos = useMemo(() => loaded.filter(({ id }) => !isHidden(id)), [loaded, isHidden]);

  const showNewcomers = () => {
    if (head.data && hasGap(loaded, head.data)) void client.resetQueries({ queryKey: key });
    else client.setQueryData<Feed>(key, (current) => current && withNewcomers(current, newcomers));
  };

  return {
    feed,
    photos,
    newcomers: newcomers.filter(({ id }) => !isHidden(id) && !isOwn(id)),
    showNewcomers,
  };
}
