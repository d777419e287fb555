import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownName } from './fileName';

interface Contract {
  hidden: string[];
  shaping: string[];
  names: { given: string; shown: string }[];
}

// The API's tests read the same file.
const contract = JSON.parse(
  readFileSync(new URL('../../Tests/Support/Contracts/fileNames.json', import.meta.url), 'utf8'),
) as Contract;

const listed = (ranges: readonly string[]) =>
  ranges.flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
const hidden = new Set(listed(contract.hidden));
const unseen = new Set([...hidden, ...listed(contract.shaping)]);

/** The code points that a name between two equal letters loses. */
function lostBetween(letter: string): number[] {
  const characters = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );
  return characters.filter((code) => {
    const character = String.fromCodePoint(code);
    return shownName(letter + character + letter) !== letter + character + letter;
  });
}

test.each(contract.names)('$given is shown as $shown', ({ given, shown }) => {
  expect(shownName(given)).toBe(shown);
  expect(shownName(shown)).toBe(shown);
});

test('what is taken out is what the contract lists, and nothing else', () => {
  expect(new Set(lostBetween('a'))).toEqual(unseen);
  expect(new Set(lostBetween('م'))).toEqual(hidden);
});

test('a name is cut where the API cuts it, never through a character', () => {
  expect(shownName('x'.repeat(300))).toHaveLength(255);
  expect(shownName(`${'x'.repeat(254)}😀.jpg`)).toBe('x'.repeat(254));
});

test.each([' ', '\u200b', ''])('a name of which nothing is left is called unnamed', (name) =>
  expect(shownName(name)).toBe('unnamed'),
);
