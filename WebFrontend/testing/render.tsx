import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render as renderOnly } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { afterEach, expect } from 'vitest';

afterEach(cleanup);

/** Renders with a cache of its own and without retries. */
export function render(element: ReactElement) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return renderOnly(<QueryClientProvider client={client}>{element}</QueryClientProvider>);
}

/** What axe finds wrong, apart from what needs a layout and a whole page. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
