import type { Statistics } from '@/lib/api/types';
import { BytesChart } from './BytesChart';
import { LabelsChart } from './LabelsChart';
import { PerDayChart } from './PerDayChart';
import { ProcessingChart } from './ProcessingChart';
import { ReasonsChart } from './ReasonsChart';

export default function Charts({ statistics }: { statistics: Statistics }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <PerDayChart statistics={statistics} />
      <LabelsChart labels={statistics.topLabels} />
      <ProcessingChart statistics={statistics} />
      <ReasonsChart reasons={statistics.reasons} />
      <BytesChart statistics={statistics} />
    </div>
  );
}
