import { describe, expect, test } from 'vitest';
import { heightOf, justify } from './justify';

const measure = { width: 1000, targetHeight: 200, gap: 10, isComplete: true };
const photo = (ratio: number) => ({ width: ratio * 100, height: 100 });
const many = Array.from({ length: 40 }, (_, index) => photo([1.5, 0.75, 1.33, 1, 1.78][index % 5] ?? 1));

describe('justified rows', () => {
  test('every row but the last is exactly as wide as the whole', () => {
    const rows = justify(many, measure);

    for (const { tiles } of rows.slice(0, -1)) {
      const last = tiles.at(-1);
      expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(measure.width, 6);
    }
  });

  test('pictures keep their proportions and their order', () => {
    const rows = justify(many, measure);

    expect(rows.flatMap(({ tiles }) => tiles.map(({ item }) => item))).toEqual(many);
    rows.forEach(({ tiles, height }) =>
      tiles.forEach(({ item, width }) => expect(width / height).toBeCloseTo(item.width / item.height, 6)),
    );
  });

  test('what is shown does not move when a page is appended', () => {
    const before = justify(many, { ...measure, isComplete: false });
    const after = justify([...many, ...many], { ...measure, isComplete: false });

    expect(after.slice(0, before.length)).toEqual(before);
  });

  test('the ragged last row waits until nothing more can come', () => {
    const three = [photo(1), photo(1), photo(1)];

    expect(justify(three, { ...measure, isComplete: false })).toEqual([]);
    expect(justify(three, measure)[0]?.height).toBe(measure.targetHeight);
  });

  test('a panorama does not become a line, nor a strip a tower', () => {
    const [row] = justify([photo(12), photo(0.05)], measure);

    expect(row?.height).toBe(measure.targetHeight);
    expect(row?.tiles.map(({ width }) => width)).toEqual([700, 100]);
  });

  test('a picture of unknown size has a place', () => {
    expect(justify([{ width: null, height: null }], measure)[0]?.tiles[0]?.width).toBeCloseTo(266.67, 1);
  });

  test('no pictures have no height', () => expect(heightOf(justify([], measure))).toBe(0));
});
