import type { LabelCount } from '@/lib/api/types';
import { analytics as words } from '@/lib/strings.analytics';
import { RankChart } from './RankChart';

export function LabelsChart({ labels }: { labels: readonly LabelCount[] }) {
  return <RankChart title={words.topLabels} kind={words.label} items={labels} fill="fill-signal" />;
}
