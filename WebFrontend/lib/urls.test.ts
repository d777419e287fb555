import { expect, test } from 'vitest';
import { galleryHref, labelsOf, photoHref, photoOf } from './urls';

test('the filter is in the URL, several labels at once', () => {
  expect(galleryHref([])).toBe('/');
  expect(galleryHref(['Dog', 'Ice cream'])).toBe('/?label=Dog&label=Ice+cream');
  expect(photoHref('a/b', ['Dog'])).toBe('/photos/a%2Fb?label=Dog');
});

test('reads back what it wrote, each label once', () => {
  expect(labelsOf({ label: ['Dog', 'Car', 'Dog', ''] })).toEqual(['Dog', 'Car']);
  expect(labelsOf({ label: 'Dog' })).toEqual(['Dog']);
  expect(labelsOf({})).toEqual([]);
  expect(labelsOf({ label: ['a', 'b', 'c', 'd', 'e', 'f'] })).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(photoOf({ id: 'abc' })).toBe('abc');
});
