import type { StateCounts } from '@/lib/api/types';
import { formatBytes, formatCount, formatDuration } from '@/lib/format';
import { analytics as words } from '@/lib/strings.analytics';

const duration = (milliseconds: number | null): string =>
  milliseconds === null ? words.nothing : formatDuration(milliseconds);

export function Totals({ total }: { total: StateCounts }) {
  const figures = [
    [words.ready, formatCount(total.ready)],
    [words.rejected, formatCount(total.rejected)],
    [words.failed, formatCount(total.failed)],
    [words.received, formatBytes(total.bytes)],
    [words.processingP50, duration(total.processing.p50Ms)],
    [words.processingP95, duration(total.processing.p95Ms)],
  ] as const;

  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-4 rounded-xl bg-surface p-5 sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-xl font-semibold tracking-tight tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
