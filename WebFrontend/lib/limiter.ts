/** Runs at most `size` of the given tasks at a time, the others in the order they came. */
export function createLimiter(size: number) {
  const waiting: (() => void)[] = [];
  let free = size;

  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));

    try {
      return await task();
    } finally {
      release();
    }
  };
}
