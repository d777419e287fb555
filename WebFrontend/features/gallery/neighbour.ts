import type { Row } from '@/lib/justify';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

interface Place {
  row: number;
  id: string;
}

type Rows = readonly Row<{ id: string }>[];

const place = (rows: Rows, row: number, column: number): Place | undefined => {
  const tile = rows[row]?.tiles.at(column);
  return tile && { row, id: tile.item.id };
};

function nearest(rows: Rows, row: number, middle: number): Place | undefined {
  const tiles = rows[row]?.tiles ?? [];
  const distance = (column: number) => Math.abs((tiles[column]?.left ?? 0) + (tiles[column]?.width ?? 0) / 2 - middle);
  const columns = [...tiles.keys()].toSorted((a, b) => distance(a) - distance(b));
  return columns[0] === undefined ? undefined : place(rows, row, columns[0]);
}

/** Where an arrow leads from a picture: along the rows, or to what lies above or below its middle. */
export function neighbour(rows: Rows, id: string, direction: Direction): Place | undefined {
  const row = rows.findIndex(({ tiles }) => tiles.some(({ item }) => item.id === id));
  const column = rows[row]?.tiles.findIndex(({ item }) => item.id === id) ?? -1;
  const tile = rows[row]?.tiles[column];
  if (!tile) return undefined;
  const middle = tile.left + tile.width / 2;

  switch (direction) {
    case 'ArrowLeft':
      return column > 0 ? place(rows, row, column - 1) : row > 0 ? place(rows, row - 1, -1) : undefined;
    case 'ArrowRight':
      return place(rows, row, column + 1) ?? place(rows, row + 1, 0);
    case 'ArrowUp':
      return nearest(rows, row - 1, middle);
    case 'ArrowDown':
      return nearest(rows, row + 1, middle);
    case 'Home':
      return place(rows, 0, 0);
    case 'End':
      return place(rows, rows.length - 1, -1);
  }
}

export const isDirection = (key: string): key is Direction =>
  key === 'Home' || key === 'End' || /^Arrow(Left|Right|Up|Down)$/.test(key);
