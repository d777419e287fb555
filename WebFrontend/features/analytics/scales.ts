import { scaleBand, scaleLinear } from '@visx/scale';
import { margin } from './axes';

export const dayScale = (dates: string[], width: number) =>
  scaleBand({ domain: dates, range: [margin.left, width - margin.right], padding: 0.25 });

/** From nothing up to the largest value; never of no extent. */
export const amountScale = (values: number[], height: number) =>
  scaleLinear({ domain: [0, Math.max(1, ...values)], range: [height - margin.bottom, margin.top], nice: 4 });
