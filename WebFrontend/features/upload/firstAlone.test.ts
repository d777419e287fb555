import { expect, test } from 'vitest';
import { firstAlone } from './firstAlone';

test('one at a time until there is an answer, then all at once', async () => {
  const asked: { name: string; answer: (text: string) => void; refuse: (error: Error) => void }[] = [];
  const ask = firstAlone(
    (name: string) => new Promise<string>((answer, refuse) => asked.push({ name, answer, refuse })),
  );
  const names = () => asked.map(({ name }) => name);
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  const [first, second, third] = [ask('first'), ask('second'), ask('third')];
  await settle();
  expect(names()).toEqual(['first']);

  asked[0]?.refuse(new Error('no connection'));
  await expect(first).rejects.toThrow('no connection');
  await settle();
  expect(names()).toEqual(['first', 'second']);

  asked[1]?.answer('here');
  await expect(second).resolves.toBe('here');
  void ask('fourth');
  void ask('fifth');
  await settle();
  expect(names().toSorted()).toEqual(['fifth', 'first', 'fourth', 'second', 'third']);
  asked.find(({ name }) => name === 'third')?.answer('here too');
  await expect(third).resolves.toBe('here too');
});
