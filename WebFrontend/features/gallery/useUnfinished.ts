import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Feed, feedKey, unfinishedQuery } from '@/lib/api/queries';
import type { ImagePage, ImageSummary } from '@/lib/api/types';
import { isFinal } from '@/lib/photo';
import { without, withUpdates } from '@/lib/api/feed';
import type { Filter } from '@/lib/urls';

const atATime = 6;

/** Follows unfinished pictures that the first page doesn't show, a few at a time, until their state is final. */
export function useUnfinished(filter: Filter, photos: readonly ImageSummary[], head: ImagePage | undefined): void {
  const client = useQueryClient();
  const isInHead = (id: string) => head?.items.some((item) => item.id === id);
  const ids = photos.filter((photo) => !isFinal(photo) && !isInHead(photo.id)).map(({ id }) => id);
  const { data } = useQuery(unfinishedQuery(ids.slice(0, atATime)));

  useEffect(() => {
    if (!data) return;
    client.setQueryData<Feed>(
      feedKey(filter),
      (feed) => feed && data.gone.reduce(without, withUpdates(feed, data.photos)),
    );
  }, [client, data, filter]);
}
