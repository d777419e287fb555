import { expect, test } from 'vitest';
import { rowsBetween } from './useVisibleRows';

const rows = Array.from({ length: 1000 }, (_, index) => ({ top: index * 110, height: 100, tiles: [] }));

test('finds the rows that a stretch touches', () => {
  expect(rowsBetween(rows, 0, 110)).toEqual({ first: 0, end: 1 });
  expect(rowsBetween(rows, 1150, 1400)).toEqual({ first: 10, end: 13 });
});

test('a stretch before, behind or in a gap holds no row', () => {
  expect(rowsBetween(rows, -500, -10)).toEqual({ first: 0, end: 0 });
  expect(rowsBetween(rows, 200_000, 201_000)).toEqual({ first: 1000, end: 1000 });
  expect(rowsBetween(rows, 101, 109)).toEqual({ first: 1, end: 1 });
  expect(rowsBetween([], 0, 100)).toEqual({ first: 0, end: 0 });
});
