import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { deletions } from '@/features/deletion/deletions';
import { isOutage } from '@/lib/api/client';
import { strings } from '@/lib/strings';
import { useObservable } from '@/lib/useObservable';
import { DropStrip } from './DropStrip';
import { FeedEnd } from './FeedEnd';
import { FreshSection } from './FreshSection';
import { GalleryNotice } from './GalleryNotice';
import { GallerySkeleton } from './GallerySkeleton';
import { NewcomersButton } from './NewcomersButton';
import { PhotoGrid } from './PhotoGrid';
import { useGridMeasure } from './measure';
import { useFeed } from './useFeed';
import { useFresh } from './useFresh';
import { useKeptFocus } from './useKeptFocus';
import { useLoadMore } from './useLoadMore';

const PhotoDialog = lazy(() => import('@/features/detail/PhotoDialog'));

interface GalleryProps {
  labels: readonly string[];
  /** What the address asks for is known: in the exported page it is not. */
  isReady: boolean;
  photoId: string | undefined;
}

export function Gallery({ labels, isReady, photoId }: GalleryProps) {
  const frame = useRef<HTMLDivElement>(null);
  const measure = useGridMeasure(frame);
  const deleted = useObservable(deletions);
  const fresh = useFresh(labels).filter(({ id }) => !deleted.has(id));
  const freshIds = fresh.map(({ id }) => id).join(' ');
  const isHidden = useCallback(
    (id: string) => deleted.has(id) || freshIds.split(' ').includes(id),
    [deleted, freshIds],
  );
  const { feed, photos, newcomers, showNewcomers } = useFeed(labels, isReady, isHidden);
  const loadMore = useLoadMore(feed);
  const ids = useMemo(
    () => [...freshIds.split(' ').filter(Boolean), ...photos.map(({ id }) => id)],
    [freshIds, photos],
  );
  const place = photoId === undefined ? -1 : ids.indexOf(photoId);
  const isEmpty = feed.isSuccess && photos.length === 0 && fresh.length === 0 && !feed.hasNextPage;

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
      {!isEmpty && <DropStrip />}
      {measure && <FreshSection fresh={fresh} measure={measure} />}
      {fresh.length > 0 && photos.length > 0 && (
        <h2 className="mb-2 text-sm font-medium text-muted">{strings.gallery.earlier}</h2>
      )}
      {newcomers.length > 0 && <NewcomersButton count={newcomers.length} onShow={showNewcomers} />}
      {feed.isPending && <GallerySkeleton />}
      {feed.isError &&
        !feed.data &&
        (isOutage(feed.error) ? <GalleryNotice.Down onRetry={() => void feed.refetch()} /> : <GalleryNotice.Refused />)}
      {isEmpty &&
        newcomers.length === 0 &&
        (labels.length > 0 ? <GalleryNotice.NoMatch labels={labels} /> : <GalleryNotice.Empty />)}
      {measure && photos.length > 0 && (
        <PhotoGrid
          photos={photos}
          measure={measure}
          isComplete={!feed.hasNextPage}
          isBusy={feed.isFetchingNextPage}
          onNearEnd={loadMore}
        />
      )}
      {feed.data && !isEmpty && <FeedEnd feed={feed} count={ids.length} onLoadMore={() => void feed.fetchNextPage()} />}
      {photoId !== undefined && (
        <Suspense>
          <PhotoDialog
            id={photoId}
            summary={photos.find(({ id }) => id === photoId)}
            previousId={place > 0 ? ids[place - 1] : undefined}
            nextId={place >= 0 ? ids[place + 1] : undefined}
          />
        </Suspense>
      )}
    </div>
  );
}
