import type { ReactNode } from 'react';
import type { ImageDetail } from '@/lib/api/types';
import { formatBytes, formatDateTime, formatDuration, formatType } from '@/lib/format';
import { detail as words } from '@/lib/strings.detail';

export function Facts({ detail }: { detail: ImageDetail }) {
  const { timings, width, height } = detail;

  return (
    <section aria-labelledby="detail-facts">
      <h3 id="detail-facts" className="mb-2 text-sm font-medium text-muted">
        {words.facts}
      </h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm tabular">
        <Fact name={words.type}>{`${formatType(detail.contentType)}, ${formatBytes(detail.size)}`}</Fact>
        {width && height && <Fact name={words.dimensions}>{`${width} × ${height}`}</Fact>}
        <Fact name={words.added}>{formatDateTime(detail.createdAt)}</Fact>
        {detail.processedAt && <Fact name={words.scanned}>{formatDateTime(detail.processedAt)}</Fact>}
        {timings && (
          <>
            <Fact name={words.queued}>{formatDuration(timings.queuedMs)}</Fact>
            <Fact name={words.processing}>{formatDuration(timings.processingMs)}</Fact>
            <Fact name={words.labelling}>{formatDuration(timings.labelsMs)}</Fact>
          </>
        )}
        <Fact name={words.id}>
          <span className="font-mono text-xs break-all">{detail.id}</span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </>
  );
}
