import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import Router from 'next/router';
import { beforeEach, expect, test, vi } from 'vitest';
import { api } from '@/lib/api/client';
import { expectAccessible, render } from '@/testing/render';
import { FilterInput } from './FilterInput';
import { addLabel } from '@/lib/filter';

vi.mock('next/router', () => ({ default: { query: {}, push: vi.fn() } }));

const counts = [
  { name: 'Dog', count: 12 },
  { name: 'Door', count: 3 },
];

beforeEach(() => {
  vi.mocked(Router.push).mockReset();
  vi.spyOn(api, 'listLabels').mockImplementation((prefix) =>
    Promise.resolve({ items: counts.filter(({ name }) => name.toLowerCase().startsWith(prefix.toLowerCase())) }),
  );
});

test('suggests labels with their counts and takes the chosen one by key', async () => {
  const { container } = render(<FilterInput labels={[]} />);
  await userEvent.type(screen.getByRole('combobox'), 'do');

  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    'Dog12 pictures',
    'Door3 pictures',
  ]);
  await expectAccessible(container);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');

  expect(Router.push).toHaveBeenLastCalledWith('/?label=Door', undefined, { scroll: false });
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('offers nothing that is chosen already, and says when no label fits', async () => {
  render(<FilterInput labels={['dog']} />);
  await userEvent.type(screen.getByRole('combobox'), 'do');
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Door3 pictures']);

  await userEvent.type(screen.getByRole('combobox'), 'xyz');
  expect(await screen.findByText('No label fits')).toBeDefined();
});

test('Enter never takes a label that only fitted what was typed before', async () => {
  vi.spyOn(api, 'listLabels').mockImplementation((prefix) =>
    prefix === 'doo' ? new Promise(() => undefined) : Promise.resolve({ items: counts }),
  );
  render(<FilterInput labels={[]} />);
  await userEvent.type(screen.getByRole('combobox'), 'do');
  await screen.findByRole('option', { name: /Dog/ });

  await userEvent.type(screen.getByRole('combobox'), 'o{Enter}');
  expect(Router.push).toHaveBeenLastCalledWith('/?label=Door', undefined, { scroll: false });
});

test('Backspace in the empty field takes the last label back', async () => {
  Router.query = { label: ['Dog', 'Car'] };
  render(<FilterInput labels={['Dog', 'Car']} />);
  await userEvent.type(screen.getByRole('combobox'), '{Backspace}');

  expect(Router.push).toHaveBeenLastCalledWith('/?label=Dog', undefined, { scroll: false });
});

test('a sixth label cannot be chosen, and it is said why', async () => {
  const labels = ['Dog', 'Car', 'Cat', 'Sky', 'Tree'];
  Router.query = { label: labels };
  const { container } = render(<FilterInput labels={labels} />);
  await userEvent.type(screen.getByRole('combobox'), 'do{Enter}');
  addLabel('Door');

  expect(Router.push).not.toHaveBeenCalled();
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('Five labels at a time. Remove one to choose another.');
  await expectAccessible(container);

  await userEvent.type(screen.getByRole('combobox'), '{Backspace}');
  expect(Router.push).toHaveBeenLastCalledWith('/?label=Dog&label=Car&label=Cat&label=Sky', undefined, {
    scroll: false,
  });
});
