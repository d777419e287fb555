import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Row } from '@/lib/justify';

export interface Range {
  first: number;
  /** One past the last. */
  end: number;
}

interface VisibleRows extends Range {
  /** One past the last row that need not wait: at first those in the window go before those below it. */
  endOfFirst: number;
}

const aheadPx = 900;

/** The rows that a stretch touches, found by halves: every row's place is known. */
export function rowsBetween(rows: readonly Row<unknown>[], from: number, to: number): Range {
  const firstWhere = (test: (row: Row<unknown>) => boolean): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = rows[middle];
      if (row && test(row)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const first = firstWhere(({ top, height }) => top + height > from);
  return {
    first,
    end: Math.max(
      first,
      firstWhere(({ top }) => top >= to),
    ),
  };
}

/** The rows near the viewport. Scrolling renders anew only when a row comes or goes. */
export function useVisibleRows(feed: RefObject<HTMLElement | null>, rows: readonly Row<unknown>[]): VisibleRows {
  const [range, setRange] = useState<VisibleRows>({ first: 0, end: 0, endOfFirst: 0 });

  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = feed.current?.getBoundingClientRect().top ?? 0;
      const next = rowsBetween(rows, -top - aheadPx, -top + window.innerHeight + aheadPx);
      setRange((current) => {
        if (current.first === next.first && current.end === next.end) return current;
        const isFirst = current.end === 0;
        return { ...next, endOfFirst: isFirst ? rowsBetween(rows, -top, -top + window.innerHeight).end : rows.length };
      });
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(look);
    };

    look();
    window.addEventListener('scroll', schedule, { passive: true });
    window.addEventListener('resize', schedule);
    const observer = new ResizeObserver(schedule);
    observer.observe(document.body);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', schedule);
      window.removeEventListener('resize', schedule);
      observer.disconnect();
    };
  }, [feed, rows]);

  return range;
}
