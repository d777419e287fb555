import Head from 'next/head';
import { useRouter } from 'next/router';
import { useMemo } from 'react';
import { FilterBar } from '@/features/filter/FilterBar';
import { strings } from '@/lib/strings';
import { labelsOf, photoOf } from '@/lib/urls';
import { Gallery } from './Gallery';

/** The gallery, and over it the picture that the address names. The same component for both routes, so that neither remounts the other. */
export function GalleryPage() {
  const { isReady, query } = useRouter();
  const filter = labelsOf(query).join('\n');
  const labels = useMemo(() => (filter === '' ? [] : filter.split('\n')), [filter]);

  return (
    <>
      <Head>
        <title>{labels.length > 0 ? `${labels.join(', ')} · ${strings.name}` : strings.name}</title>
      </Head>
      <h1 className="sr-only">{strings.gallery.heading}</h1>
      <div className="py-2">
        <FilterBar labels={labels} />
      </div>
      <Gallery labels={labels} isReady={isReady} photoId={photoOf(query)} />
    </>
  );
}
