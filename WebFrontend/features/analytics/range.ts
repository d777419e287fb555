import type { ParsedUrlQuery } from 'node:querystring';
import { all } from '@/lib/urls';

export const ranges = [7, 30, 90] as const;
const standard = 30;

export const rangeOf = (query: ParsedUrlQuery): number => {
  const days = Number(all(query['days'])[0]);
  return ranges.find((range) => range === days) ?? standard;
};
