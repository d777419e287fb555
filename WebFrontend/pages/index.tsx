import Head from 'next/head';
import { useRouter } from 'next/router';
import { lazy, useMemo } from 'react';
import { askToDelete, deletions, scheduleDeletion } from '@/features/deletion/queue';
import { FilterBar } from '@/features/filter/FilterBar';
import { Gallery } from '@/features/gallery/Gallery';
import { DropStrip } from '@/features/upload/DropStrip';
import { Invitation } from '@/features/upload/Invitation';
import { uploads } from '@/features/upload/queue';
import { useFresh } from '@/features/upload/useFresh';
import { afterLoad } from '@/lib/afterLoad';
import { closePhoto } from '@/lib/openPhoto';
import { strings } from '@/lib/strings';
import { filterOf, photoOf } from '@/lib/urls';
import { useObservable } from '@/lib/useObservable';
import { LatePart } from '@/ui/LatePart';

const FreshSection = lazy(afterLoad(() => import('@/features/upload/FreshSection')));
const PhotoDialog = lazy(() => import('@/features/detail/PhotoDialog'));

/** The gallery, and over it the picture that the address names. The same component for both routes, so that neither remounts the other. */
export default function GalleryPage() {
  const { isReady, query } = useRouter();
  const { isMine, ...asked } = filterOf(query);
  const names = asked.labels.join('\n');
  const filter = useMemo(() => ({ labels: names === '' ? [] : names.split('\n'), isMine }), [names, isMine]);
  const title = [...(isMine ? [strings.filter.mine] : []), ...filter.labels].join(', ');
  const photoId = photoOf(query);
  const deleted = useObservable(deletions);
  const fresh = useFresh(filter.labels).filter(({ id }) => !deleted.has(id));

  return (
    <>
      <Head>
        <title>{title ? `${title} · ${strings.name}` : strings.name}</title>
      </Head>
      <h1 className="sr-only">{strings.gallery.heading}</h1>
      <div className="py-2">
        <FilterBar {...filter} />
      </div>
      <Gallery
        filter={filter}
        isReady={isReady}
        photoId={photoId}
        deleted={deleted}
        fresh={{
          ids: fresh.map(({ id }) => id),
          isOwn: uploads.hasSent,
          show: (measure) =>
            fresh.length > 0 && (
              <LatePart>
                <FreshSection fresh={fresh} measure={measure} />
              </LatePart>
            ),
        }}
        dropTarget={<DropStrip />}
        invitation={<Invitation />}
        onDelete={askToDelete}
      >
        {(place) =>
          photoId !== undefined && (
            <LatePart onClose={closePhoto}>
              <PhotoDialog id={photoId} {...place} onDelete={scheduleDeletion} onAskToDelete={askToDelete} />
            </LatePart>
          )
        }
      </Gallery>
    </>
  );
}
