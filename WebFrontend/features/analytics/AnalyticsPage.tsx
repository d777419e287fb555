import { useQuery } from '@tanstack/react-query';
import Head from 'next/head';
import { useRouter } from 'next/router';
import { lazy, Suspense } from 'react';
import { statisticsQuery } from '@/lib/api/queries';
import { strings } from '@/lib/strings';
import { analytics as words } from '@/lib/strings.analytics';
import { ErrorBoundary } from '@/ui/ErrorBoundary';
import { AnalyticsSkeleton, ChartsSkeleton } from './AnalyticsSkeleton';
import { RangePicker } from './RangePicker';
import { rangeOf } from './range';
import { Totals } from './Totals';

// The numbers first: drawing them takes a library that they need not wait for.
const Charts = lazy(() => import('./Charts'));

/** The numbers of a range of days; the range is in the URL. */
export function AnalyticsPage() {
  const { isReady, query } = useRouter();
  const days = rangeOf(query);
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...statisticsQuery(days), enabled: isReady });

  return (
    <div className="mx-auto max-w-6xl py-6">
      <Head>
        <title>{`${words.title} · ${strings.name}`}</title>
      </Head>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">{words.title}</h1>
        <RangePicker days={days} />
      </div>
      {data ? (
        <div className={`transition-opacity ${isPlaceholderData ? 'opacity-50' : ''}`} aria-busy={isPlaceholderData}>
          <Totals total={data.total} />
          <ErrorBoundary>
            <Suspense fallback={<ChartsSkeleton />}>
              <Charts statistics={data} />
            </Suspense>
          </ErrorBoundary>
        </div>
      ) : error ? (
        <section className="notice">
          <h2 className="text-lg font-semibold">{strings.status.downTitle}</h2>
          <button type="button" className="control control-outline" onClick={() => void refetch()}>
            {strings.status.tryNow}
          </button>
        </section>
      ) : (
        <AnalyticsSkeleton />
      )}
    </div>
  );
}
