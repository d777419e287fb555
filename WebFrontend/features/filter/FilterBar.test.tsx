import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import Router from 'next/router';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/lib/api/client';
import { expectAccessible, render } from '@/testing/render';
import { FilterBar } from './FilterBar';

vi.mock('next/router', () => ({ default: { query: {}, push: vi.fn() } }));

beforeEach(() => {
  vi.spyOn(api, 'listLabels').mockResolvedValue({ items: [] });
});

test('one’s own pictures are a filter like the others: in the URL, by keyboard, beside the labels', async () => {
  Router.query = { label: 'Dog' };
  const { container } = render(<FilterBar labels={['Dog']} isMine={false} />);
  const mine = screen.getByRole('button', { name: 'Mine', pressed: false });
  expect(mine.title).toBe('Pictures added by you');

  mine.focus();
  await userEvent.keyboard('{Enter}');

  expect(Router.push).toHaveBeenLastCalledWith('/?label=Dog&owner=me', undefined, { scroll: false });
  await expectAccessible(container);
});

test('and it is taken away again, and the labels stay', async () => {
  Router.query = { label: 'Dog', owner: 'me' };
  render(<FilterBar labels={['Dog']} isMine />);

  await userEvent.click(screen.getByRole('button', { name: 'Mine', pressed: true }));

  expect(Router.push).toHaveBeenLastCalledWith('/?label=Dog', undefined, { scroll: false });
});
