import type { LabelCount } from '@/lib/api/types';
import { strings } from '@/lib/strings';
import { RankChart } from './RankChart';

const words = strings.analytics;

export function LabelsChart({ labels }: { labels: readonly LabelCount[] }) {
  return <RankChart title={words.topLabels} kind={words.label} items={labels} fill="fill-signal" />;
}
