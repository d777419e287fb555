import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './useKeptFocus';

afterEach(cleanup);

interface GridProps {
  deleted?: readonly string[];
  photoId?: string;
}

function Grid({ deleted = [], photoId }: GridProps) {
  const ids = ['a', 'b', 'c'].filter((id) => !deleted.includes(id));
  useKeptFocus(photoId, ids, new Set(deleted));
  return ids.map((id) => (
    <a key={id} href="#" data-photo={id}>
      {id}
    </a>
  ));
}

const focused = () => document.activeElement?.textContent;

test('beside a deleted picture, and back at it when it is restored', () => {
  const { container, rerender } = render(<Grid />);
  container.querySelector<HTMLElement>('[data-photo=b]')?.focus();

  rerender(<Grid deleted={['b']} />);
  expect(focused()).toBe('c');

  (document.activeElement as HTMLElement).blur();
  rerender(<Grid />);
  expect(focused()).toBe('b');
});

test('before the last picture when that one is deleted', () => {
  const { container, rerender } = render(<Grid />);
  container.querySelector<HTMLElement>('[data-photo=c]')?.focus();

  rerender(<Grid deleted={['c']} />);

  expect(focused()).toBe('b');
});

test('at a picture that was closed, or beside it when it was deleted meanwhile', () => {
  const { rerender } = render(<Grid photoId="b" />);
  rerender(<Grid />);
  expect(focused()).toBe('b');

  rerender(<Grid photoId="a" />);
  rerender(<Grid photoId="a" deleted={['a']} />);
  rerender(<Grid deleted={['a']} />);
  expect(focused()).toBe('b');
});

test('a focus that somebody holds is left alone', () => {
  const page = (deleted: readonly string[]) => (
    <>
      <button type="button">other</button>
      <Grid deleted={deleted} />
    </>
  );
  const { container, rerender } = render(page([]));
  container.querySelector('button')?.focus();

  rerender(page(['b']));

  expect(focused()).toBe('other');
});
