import { afterEach, expect, test, vi } from 'vitest';
import { beforeReload, reload } from './reload';

afterEach(() => vi.unstubAllGlobals());

test('the page is loaded again when everything that it is needed for is through', async () => {
  const location = { reload: vi.fn() };
  vi.stubGlobal('location', location);
  let finish = () => {};
  beforeReload(() => new Promise((resolve) => (finish = resolve)));

  const reloaded = reload();
  await Promise.resolve();
  expect(location.reload).not.toHaveBeenCalled();

  finish();
  await reloaded;
  expect(location.reload).toHaveBeenCalledOnce();
});
