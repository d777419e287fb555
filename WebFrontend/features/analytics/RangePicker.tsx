import Router from 'next/router';
import { PageLink } from '@/ui/PageLink';
import { analytics as words } from '@/lib/strings.analytics';
import { analyticsHref } from '@/lib/urls';
import { ranges } from './range';

export function RangePicker({ days }: { days: number }) {
  return (
    <nav aria-label={words.range} className="flex rounded-lg bg-surface p-1">
      {ranges.map((range) => (
        <PageLink
          key={range}
          href={analyticsHref(range)}
          aria-current={range === days ? 'true' : undefined}
          className="control text-muted hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink"
          onFollow={() => void Router.push(analyticsHref(range), undefined, { shallow: true, scroll: false })}
        >
          {words.days(range)}
        </PageLink>
      ))}
    </nav>
  );
}
