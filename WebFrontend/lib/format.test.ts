import { expect, test } from 'vitest';
import { formatBytes, formatDay, formatDuration, formatPercent } from './format';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 kB'],
  [10_230, '10 kB'],
  [1_048_575, '1.0 MB'],
  [5_242_880, '5.0 MB'],
  [52_428_800, '50 MB'],
  [3 * 1024 ** 4, '3.0 TB'],
])('%d bytes read as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test.each([
  [12.4, '12 ms'],
  [999.2, '999 ms'],
  [1500, '1.5 s'],
  [999.6, '1.0 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [65_000, '1 min 5 s'],
  [119_600, '2 min 0 s'],
])('%d milliseconds read as %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));

test('a day of the statistics is the same day in every time zone', () => expect(formatDay('2026-03-01')).toBe('Mar 1'));
test('a confidence is a whole percentage', () => expect(formatPercent(97.51)).toBe('98%'));
