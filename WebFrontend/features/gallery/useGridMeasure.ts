import { type RefObject, useLayoutEffect, useState } from 'react';
import type { GridMeasure } from '@/lib/justify';

/** Row heights and gutters by the width there is: 8 px on phones, 12 px on desktops. */
const measureFor = (width: number): GridMeasure => ({
  width,
  targetHeight: width < 640 ? 150 : width < 1100 ? 200 : 240,
  gap: width < 640 ? 8 : 12,
});

export function useGridMeasure(element: RefObject<HTMLElement | null>): GridMeasure | undefined {
  const [measure, setMeasure] = useState<GridMeasure>();

  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0) setMeasure((current) => (current?.width === width ? current : measureFor(width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);

  return measure;
}
