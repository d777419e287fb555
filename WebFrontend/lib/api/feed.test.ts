import { expect, test } from 'vitest';
import { anImage } from '@/testing/images';
import { flatten, hasGap, newcomersOf, without, withNewcomers, withUpdates } from './feed';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => anImage({ id })) as [
  ReturnType<typeof anImage>,
  ReturnType<typeof anImage>,
  ReturnType<typeof anImage>,
  ReturnType<typeof anImage>,
];
const feed = {
  pages: [
    { items: [a, b], nextCursor: '1' },
    { items: [b, c], nextCursor: null },
  ],
  pageParams: [null, '1'],
};

test('a picture that two pages hold is shown once', () => expect(flatten(feed)).toEqual([a, b, c]));

test('newcomers are what the head shows and the feed does not', () =>
  expect(newcomersOf([a, b, c], { items: [d, a], nextCursor: null })).toEqual([d]));

test('between a head of strangers and the feed there may be more', () => {
  expect(hasGap([a, b], { items: [c, d], nextCursor: 'x' })).toBe(true);
  expect(hasGap([a, b], { items: [d, a], nextCursor: 'x' })).toBe(false);
  expect(hasGap([a, b], { items: [c, d], nextCursor: null })).toBe(false);
});

test('shown newcomers come first', () => expect(flatten(withNewcomers(feed, [d]))).toEqual([d, a, b, c]));

test('what became of a picture is taken over; nothing new leaves the feed as it is', () => {
  const failed = anImage({ id: 'b', status: 'failed' });

  expect(flatten(withUpdates(feed, [failed]))[1]).toBe(failed);
  expect(withUpdates(feed, [anImage({ id: 'a' })])).toBe(feed);
});

test('a deleted picture is gone from every page', () => expect(flatten(without(feed, 'b'))).toEqual([a, c]));
