import { analytics as words } from '@/lib/strings.analytics';

export function AnalyticsSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">{words.loading}</span>
      <div className="mb-4 h-24 rounded-xl bg-surface" />
      <ChartsSkeleton />
    </div>
  );
}

export function ChartsSkeleton() {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {[0, 1, 2, 3].map((index) => (
        <div key={index} className="h-80 rounded-xl bg-surface" />
      ))}
    </div>
  );
}
