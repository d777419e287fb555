import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { anImage } from '@/testing/images';
import { render } from '@/testing/render';
import { PhotoGrid } from './PhotoGrid';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

// Rows of two, 200 px high: the window of 768 px shows four of them.
const photos = Array.from({ length: 40 }, (_, index) => anImage({ id: `photo-${index}` }));
const measure = { width: 612, targetHeight: 200, gap: 12 };
const inTheWindow = 8;

let arrived: Set<Element>;

beforeEach(() => {
  arrived = new Set();
  vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockImplementation(function (this: Element) {
    return arrived.has(this);
  });
});

const show = (shown = photos): HTMLElement[] => {
  render(
    <PhotoGrid
      photos={shown}
      measure={measure}
      isComplete
      isBusy={false}
      onNearEnd={() => undefined}
      onDelete={() => undefined}
    />,
  );
  return screen.getAllByRole('img');
};
const tiles = () => screen.getAllByRole('article');

test('what is in the window comes first, and what is below it when the last of its pictures has come or failed', async () => {
  const pictures = show();
  expect(tiles()).toHaveLength(inTheWindow);

  for (const picture of pictures.slice(1)) {
    arrived.add(picture);
    fireEvent.load(picture);
  }
  expect(tiles()).toHaveLength(inTheWindow);

  for (const picture of pictures.slice(0, 1)) {
    arrived.add(picture);
    fireEvent.error(picture);
  }
  await vi.waitFor(() => expect(tiles().length).toBeGreaterThan(inTheWindow));
});

test('a window without any picture is not waited for', async () => {
  render(
    <PhotoGrid
      photos={photos.map((photo) => ({ ...photo, thumbnails: [] }))}
      measure={measure}
      isComplete
      isBusy={false}
      onNearEnd={() => undefined}
      onDelete={() => undefined}
    />,
  );

  await vi.waitFor(() => expect(tiles().length).toBeGreaterThan(inTheWindow));
});

test('who scrolls does not wait for pictures', async () => {
  show();
  fireEvent.scroll(window);

  await vi.waitFor(() => expect(tiles().length).toBeGreaterThan(inTheWindow));
});

test('a placeholder is made only for a picture that is still on its way after a moment', () => {
  vi.useFakeTimers();
  const placeholder = 'oEgKJwB3eHh/h4dwd2iIeHiId2cHjK8I';
  const [first] = show([anImage({ id: 'here', placeholder }), anImage({ id: 'late', placeholder })]);
  if (first) arrived.add(first);

  act(() => void vi.runAllTimers());
  vi.useRealTimers();

  expect(tiles().map((tile) => tile.querySelectorAll('img[aria-hidden]').length)).toEqual([0, 1]);
});
