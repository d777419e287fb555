import type { DetailedLabel, Instance } from '@/lib/api/types';
import { byConfidence } from '@/lib/photo';

export interface SeenBox extends Instance {
  /** The label's name. */
  name: string;
  /** The instance's place within its label. */
  index: number;
}

/** Every place where a label was seen, the surest first. */
export const boxesOf = (labels: readonly DetailedLabel[]): SeenBox[] =>
  byConfidence(
    labels.flatMap(({ name, instances }) => instances.map((instance, index) => ({ ...instance, name, index }))),
  );

const centre = 0.5;

/** The outline as a path that begins at the corner nearest to the middle of the picture and goes round. */
export function outline(box: Instance, width: number, height: number): string {
  const isLeft = Math.abs(box.left - centre) < Math.abs(box.left + box.width - centre);
  const isTop = Math.abs(box.top - centre) < Math.abs(box.top + box.height - centre);
  const [nearX, farX] = ends(box.left * width, (box.left + box.width) * width, isLeft);
  const [nearY, farY] = ends(box.top * height, (box.top + box.height) * height, isTop);
  return `M${nearX} ${nearY}H${farX}V${farY}H${nearX}Z`;
}

const ends = (low: number, high: number, isLowFirst: boolean): [string, string] => {
  const [first, second] = isLowFirst ? [low, high] : [high, low];
  return [first.toFixed(1), second.toFixed(1)];
};
