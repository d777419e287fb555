import { expect, test } from 'vitest';
import { filterOf, galleryHref, photoHref, photoOf } from './urls';

const by = (...labels: string[]) => ({ labels, isMine: false });

test('the filter is in the URL, several labels at once', () => {
  expect(galleryHref()).toBe('/');
  expect(galleryHref(by('Dog', 'Ice cream'))).toBe('/?label=Dog&label=Ice+cream');
  expect(galleryHref({ labels: ['Dog'], isMine: true })).toBe('/?label=Dog&owner=me');
  expect(photoHref('a/b', by('Dog'))).toBe('/photos/a%2Fb?label=Dog');
});

test('reads back what it wrote, each label once', () => {
  expect(filterOf({ label: ['Dog', 'Car', 'Dog', ''] })).toEqual(by('Dog', 'Car'));
  expect(filterOf({ label: 'Dog', owner: 'me' })).toEqual({ labels: ['Dog'], isMine: true });
  expect(filterOf({ owner: 'you' })).toEqual(by());
  expect(filterOf({ label: ['a', 'b', 'c', 'd', 'e', 'f'] })).toEqual(by('a', 'b', 'c', 'd', 'e'));
  expect(photoOf({ id: 'abc' })).toBe('abc');
});
