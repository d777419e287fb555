import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { isOutage, isSignedOut } from '@/lib/api/client';
import type { ImageSummary } from '@/lib/api/types';
import type { GridMeasure } from '@/lib/justify';
import { announce } from '@/lib/announce';
import { strings } from '@/lib/strings';
import type { Filter } from '@/lib/urls';
import { FeedEnd } from './FeedEnd';
import { GalleryNotice } from './GalleryNotice';
import { GallerySkeleton } from './GallerySkeleton';
import { NewcomersButton } from './NewcomersButton';
import { PhotoGrid } from './PhotoGrid';
import { useFeed } from './useFeed';
import { useGridMeasure } from './useGridMeasure';
import { useKeptFocus } from './useKeptFocus';
import { useLoadMore } from './useLoadMore';

/** A picture, and those on either side of it. */
export interface Place {
  summary: ImageSummary | undefined;
  previousId: string | undefined;
  nextId: string | undefined;
}

interface GalleryProps {
  filter: Filter;
  isReady: boolean;
  photoId: string | undefined;
  deleted: ReadonlySet<string>;
  /** The visitor's own pictures, which stand above the others; their ids, and what shows them. */
  fresh: { ids: readonly string[]; isOwn: (id: string) => boolean; show: (measure: GridMeasure) => ReactNode };
  dropTarget: ReactNode;
  /** Stands where there is no picture and no filter. */
  invitation: ReactNode;
  onDelete: (id: string) => void;
  /** What shows the open picture. */
  children: (place: Place) => ReactNode;
}

export function Gallery({ filter, isReady, photoId, deleted, fresh, onDelete, ...slots }: GalleryProps) {
  const frame = useRef<HTMLDivElement>(null);
  const measure = useGridMeasure(frame);
  const freshIds = fresh.ids.join(' ');
  const isHidden = useCallback(
    (id: string) => deleted.has(id) || freshIds.split(' ').includes(id),
    [deleted, freshIds],
  );
  const { feed, photos, newcomers, showNewcomers } = useFeed({ filter, isReady, isHidden, isOwn: fresh.isOwn });
  const loadMore = useLoadMore(feed);
  const ids = useMemo(
    () => [...freshIds.split(' ').filter(Boolean), ...photos.map(({ id }) => id)],
    [freshIds, photos],
  );
  const remove = (id: string) =>
    photos.find((photo) => photo.id === id)?.mine ? onDelete(id) : announce(strings.deletion.notYours);
  const place = photoId === undefined ? -1 : ids.indexOf(photoId);
  const isEmpty = feed.isSuccess && ids.length === 0 && !feed.hasNextPage;

  useKeptFocus(photoId, ids, deleted);
  useEffect(() => {
    // A page may hold nothing to show although more follow: no grid is there then to ask for it.
    if (photos.length === 0) loadMore();
  }, [photos.length, loadMore]);
  useEffect(() => {
    if (place >= 0 && place >= ids.length - 2) loadMore();
  }, [place, ids.length, loadMore]);

  return (
    <div ref={frame}>
      {!isEmpty && slots.dropTarget}
      {measure && fresh.show(measure)}
      {fresh.ids.length > 0 && photos.length > 0 && (
        <h2 className="mb-2 text-sm font-medium text-muted">{strings.gallery.earlier}</h2>
      )}
      {newcomers.length > 0 && <NewcomersButton count={newcomers.length} onShow={showNewcomers} />}
      {feed.isPending && <GallerySkeleton />}
      {feed.isError &&
        !feed.data &&
        (isOutage(feed.error) ? (
          <GalleryNotice.Down onRetry={() => void feed.refetch()} />
        ) : isSignedOut(feed.error) ? (
          <GalleryNotice.SignedOut onRetry={() => void feed.refetch()} />
        ) : (
          <GalleryNotice.Refused />
        ))}
      {isEmpty &&
        newcomers.length === 0 &&
        (filter.isMine || filter.labels.length > 0 ? <GalleryNotice.NoMatch {...filter} /> : slots.invitation)}
      {measure && photos.length > 0 && (
        <PhotoGrid
          photos={photos}
          measure={measure}
          isComplete={!feed.hasNextPage}
          isBusy={feed.isFetchingNextPage}
          onNearEnd={loadMore}
          onDelete={remove}
        />
      )}
      {feed.data && !isEmpty && <FeedEnd feed={feed} count={ids.length} onLoadMore={() => void feed.fetchNextPage()} />}
      {slots.children({
        summary: photos.find(({ id }) => id === photoId),
        previousId: place > 0 ? ids[place - 1] : undefined,
        nextId: place >= 0 ? ids[place + 1] : undefined,
      })}
    </div>
  );
}
