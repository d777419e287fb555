import { expect, test } from 'vitest';
import { createLimiter } from './limiter';

test('runs no more tasks at a time than it may, and all of them in the end', async () => {
  const limit = createLimiter(3);
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  };

  await Promise.all(Array.from({ length: 20 }, () => limit(task)));

  expect(most).toBe(3);
  expect(running).toBe(0);
});

test('a task that throws gives its place back', async () => {
  const limit = createLimiter(1);

  await expect(limit(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(limit(() => Promise.resolve('next'))).resolves.toBe('next');
});
