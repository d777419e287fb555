import { expect, test } from 'vitest';
import { boxesOf, outline } from './boxes';

const box = (left: number, top: number) => ({ left, top, width: 0.2, height: 0.2, confidence: 90 });

test('an outline begins at the corner nearest to the middle of the picture', () => {
  expect(outline(box(0, 0), 100, 100)).toMatch(/^M20\.0 20\.0/);
  expect(outline(box(0.8, 0.8), 100, 100)).toMatch(/^M80\.0 80\.0/);
  expect(outline(box(0.8, 0), 200, 100)).toMatch(/^M160\.0 20\.0/);
});

test('boxes come surest first and know their label', () => {
  const label = (name: string, ...confidences: number[]) => ({
    name,
    confidence: 90,
    parents: [],
    categories: [],
    instances: confidences.map((confidence) => ({ ...box(0, 0), confidence })),
  });

  const boxes = boxesOf([label('Dog', 70, 99), label('Car', 80), label('Sky')]);

  expect(boxes.map(({ name, index, confidence }) => [name, index, confidence])).toEqual([
    ['Dog', 1, 99],
    ['Car', 0, 80],
    ['Dog', 0, 70],
  ]);
});
