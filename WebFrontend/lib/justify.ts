import { aspectRatio } from './photo';

export interface Placed<T> {
  item: T;
  left: number;
  width: number;
}

export interface Row<T> {
  top: number;
  height: number;
  tiles: Placed<T>[];
}

export interface GridMeasure {
  width: number;
  targetHeight: number;
  gap: number;
}

export interface Measure extends GridMeasure {
  /** Without more to come the last row is shown as it is; otherwise it waits for its neighbours, so that nothing shown moves. */
  isComplete: boolean;
}

const narrowest = 0.5;
const widest = 3.5;

/** Rows of pictures with their own proportions, each row as wide as the whole. */
export function justify<T extends { width?: number | null; height?: number | null }>(
  items: readonly T[],
  { width, targetHeight, gap, isComplete }: Measure,
): Row<T>[] {
  const rows: Row<T>[] = [];
  let open: { item: T; ratio: number }[] = [];
  let sum = 0;
  let top = 0;

  const close = (height: number) => {
    let left = 0;
    const tiles = open.map(({ item, ratio }) => {
      const tile = { item, left, width: ratio * height };
      left += tile.width + gap;
      return tile;
    });
    rows.push({ top, height, tiles });
    top += height + gap;
    open = [];
    sum = 0;
  };

  const heightOf = (count: number, ratios: number) => (width - gap * (count - 1)) / ratios;

  for (const item of items) {
    const ratio = Math.min(Math.max(aspectRatio(item), narrowest), widest);
    const without = open.length > 0 ? heightOf(open.length, sum) : Infinity;
    const withItem = heightOf(open.length + 1, sum + ratio);
    if (withItem < targetHeight && without / targetHeight < targetHeight / withItem) close(without);
    open.push({ item, ratio });
    sum += ratio;
    if (heightOf(open.length, sum) <= targetHeight) close(heightOf(open.length, sum));
  }

  if (open.length > 0 && isComplete) close(Math.min(targetHeight, heightOf(open.length, sum)));
  return rows;
}

export const heightOf = (rows: readonly Row<unknown>[]): number => {
  const last = rows.at(-1);
  return last ? last.top + last.height : 0;
};
