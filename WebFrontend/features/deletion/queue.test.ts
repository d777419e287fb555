import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeletionQueue, undoWindowMs } from './queue';

const remove = vi.fn<(id: string, options: { keepalive?: boolean }) => Promise<void>>();
const onDeleted = vi.fn();
const onFailed = vi.fn();
let deletions: DeletionQueue;

beforeEach(() => {
  vi.useFakeTimers();
  remove.mockReset().mockResolvedValue();
  onDeleted.mockReset();
  onFailed.mockReset();
  deletions = new DeletionQueue({ remove, onFailed });
  deletions.onDeleted(onDeleted);
});
afterEach(() => vi.useRealTimers());

test('the picture is gone at once, and the deletion is sent when the undo window closes', async () => {
  deletions.schedule('a');
  expect(deletions.get().has('a')).toBe(true);
  await vi.advanceTimersByTimeAsync(undoWindowMs - 1);
  expect(remove).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1);

  expect(remove).toHaveBeenCalledExactlyOnceWith('a', {});
  expect(onDeleted).toHaveBeenCalledWith('a');
  expect(deletions.undoable.get()).toEqual([]);
});

test('undo brings back all that can still be brought back, and nothing is sent', async () => {
  deletions.schedule('a');
  deletions.schedule('b');
  deletions.undo();
  await vi.advanceTimersByTimeAsync(2 * undoWindowMs);

  expect(deletions.get().size).toBe(0);
  expect(remove).not.toHaveBeenCalled();
});

test('a deletion that fails brings the picture back and says so', async () => {
  remove.mockRejectedValue(new Error('down'));
  deletions.schedule('a');
  await vi.advanceTimersByTimeAsync(undoWindowMs);

  expect(deletions.get().has('a')).toBe(false);
  expect(onFailed).toHaveBeenCalledWith('a');
});

test('leaving the page sends what was asked for', async () => {
  deletions.schedule('a');
  deletions.flush();
  await vi.advanceTimersByTimeAsync(undoWindowMs);

  expect(remove).toHaveBeenCalledExactlyOnceWith('a', { keepalive: true });
});
