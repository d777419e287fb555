import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, render } from '@/testing/render';
import { DataTable } from './DataTable';

test('the numbers of a chart are a table with headings for rows and columns', async () => {
  const { container } = render(
    <DataTable
      caption="Pictures a day"
      columns={['Day', 'Ready']}
      rows={[
        ['May 1', '12'],
        ['May 2', '0'],
      ]}
    />,
  );

  expect(screen.getByRole('table', { name: 'Pictures a day' })).toBeDefined();
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Day', 'Ready']);
  expect(screen.getByRole('row', { name: 'May 1 12' })).toBeDefined();
  await expectAccessible(container);
});
