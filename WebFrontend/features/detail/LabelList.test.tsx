import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { DetailedLabel } from '@/lib/api/types';
import { expectAccessible, render } from '@/testing/render';
import { LabelList } from './LabelList';

const box = { left: 0, top: 0, width: 0.5, height: 0.5, confidence: 98 };
const labels: DetailedLabel[] = [
  { name: 'Grass', confidence: 71, parents: [], categories: [], instances: [] },
  { name: 'Dog', confidence: 98, parents: ['Pet', 'Animal'], categories: ['Animals and Pets'], instances: [box, box] },
];

test('says in words what the boxes show, the surest first', async () => {
  const { container } = render(<LabelList labels={labels} highlighted={null} onHighlight={() => undefined} />);

  const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names[0]).toContain('Dog98%');
  expect(names[0]).toContain('2 places · in Pet, Animal · Animals and Pets');
  expect(names[1]).toContain('Grass71%');
  await expectAccessible(container);
});

test('a label brings its boxes forward, by pointer and by key', async () => {
  const onHighlight = vi.fn();
  render(<LabelList labels={labels} highlighted={null} onHighlight={onHighlight} />);

  await userEvent.click(screen.getByRole('button', { name: /Dog/ }));
  expect(onHighlight).toHaveBeenLastCalledWith('Dog');
});

test('a picture without labels says so', () => {
  render(<LabelList labels={[]} highlighted={null} onHighlight={() => undefined} />);

  expect(screen.getByText('Nothing was recognised in this picture.')).toBeDefined();
});
