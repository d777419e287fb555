import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from '@/lib/justify';
import { whenPicturesAreThere } from './whenPicturesAreThere';

export interface Range {
  first: number;
  /** One past the last. */
  end: number;
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

/**
 * The rows near the viewport: at first those in it, whose pictures are to come before all others, then those that scrolling will
 * bring. Scrolling renders again only when a row comes or goes.
 */
export function useVisibleRows(feed: RefObject<HTMLElement | null>, rows: readonly Row<unknown>[]): Range {
  const [range, setRange] = useState<Range>({ first: 0, end: 0 });
  const ahead = useRef(0);

  useLayoutEffect(() => {
    const element = feed.current;
    if (!element || rows.length === 0) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = element.getBoundingClientRect().top;
      const next = rowsBetween(rows, -top - ahead.current, -top + window.innerHeight + ahead.current);
      setRange((current) => (current.first === next.first && current.end === next.end ? current : next));
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(look);
    };
    const lookAhead = () => {
      ahead.current = aheadPx;
      startTransition(look);
    };

    look();
    const stopWaiting = ahead.current === 0 ? whenPicturesAreThere(element, lookAhead) : undefined;
    window.addEventListener('scroll', schedule, { passive: true });
    window.addEventListener('resize', schedule);
    const observer = new ResizeObserver(schedule);
    observer.observe(document.body);
    return () => {
      stopWaiting?.();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', schedule);
      window.removeEventListener('resize', schedule);
      observer.disconnect();
    };
  }, [feed, rows]);

  return range;
}
