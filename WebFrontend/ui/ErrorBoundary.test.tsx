import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { lazy, Suspense } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { reload } from '@/lib/reload';
import { expectAccessible, render } from '@/testing/render';
import { ErrorBoundary } from './ErrorBoundary';

vi.mock('@/lib/reload', () => ({ reload: vi.fn(() => Promise.resolve()) }));

// React tells the console of every error, also of those that a boundary takes.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.mocked(reload).mockClear();
});

const failing = (error: Error) => {
  const Part = lazy<() => null>(() => Promise.reject(error));
  return (
    <Suspense>
      <Part />
    </Suspense>
  );
};
const chunkError = Object.assign(new Error('Loading chunk 238 failed.'), { name: 'ChunkLoadError' });

test.each([
  chunkError,
  new TypeError('Failed to fetch dynamically imported module: https://iris.example/_next/static/chunks/238.js'),
])('a part that is gone offers to reload, and what stands beside it stays (%s)', async (error) => {
  const { container } = render(
    <>
      <p>Uploads</p>
      <ErrorBoundary>{failing(error)}</ErrorBoundary>
    </>,
  );

  expect((await screen.findByRole('alert')).textContent).toContain('Iris has changed since you opened this page');
  expect(screen.getByText('Uploads')).toBeDefined();
  await expectAccessible(container);

  await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();
  expect(screen.getByRole('alert').textContent).toContain('as soon as your uploads are sent');
});

test('what broke by itself is not put down to a new release, and can be left', async () => {
  const close = vi.fn();
  render(<ErrorBoundary onClose={close}>{failing(new Error('undefined is no function'))}</ErrorBoundary>);

  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(close).toHaveBeenCalledOnce();
});
