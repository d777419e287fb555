import { expect, test } from 'vitest';
import { neighbour } from './neighbour';

const tile = (id: string, left: number, width: number) => ({ item: { id }, left, width });
const rows = [
  { top: 0, height: 100, tiles: [tile('a', 0, 100), tile('b', 110, 200)] },
  { top: 110, height: 100, tiles: [tile('c', 0, 150), tile('d', 160, 150)] },
  { top: 220, height: 100, tiles: [tile('e', 0, 80)] },
];

test.each([
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowRight', 'c'],
  ['c', 'ArrowLeft', 'b'],
  ['b', 'ArrowDown', 'd'],
  ['d', 'ArrowDown', 'e'],
  ['d', 'ArrowUp', 'b'],
  ['d', 'Home', 'a'],
  ['a', 'End', 'e'],
] as const)('from %s %s leads to %s', (from, direction, to) => expect(neighbour(rows, from, direction)?.id).toBe(to));

test.each([
  ['a', 'ArrowLeft'],
  ['a', 'ArrowUp'],
  ['e', 'ArrowDown'],
  ['e', 'ArrowRight'],
  ['unknown', 'ArrowRight'],
] as const)('from %s %s leads nowhere', (from, direction) => expect(neighbour(rows, from, direction)).toBeUndefined());
