import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { formatCount } from '@/lib/format';
import { analytics as words } from '@/lib/strings.analytics';
import { ChartCard } from './ChartCard';

export interface Ranked {
  name: string;
  count: number;
}

interface RankChartProps {
  title: string;
  /** What is ranked: the heading of the table's first column. */
  kind: string;
  items: readonly Ranked[];
  fill: string;
}

const rowHeight = 30;
const nameWidth = 132;
const countWidth = 48;

/** Names with bars as long as their counts, the longest first. */
export function RankChart({ title, kind, items, fill }: RankChartProps) {
  const [first] = items;

  return (
    <ChartCard
      title={title}
      summary={first ? words.topSummary(first.name, first.count) : ''}
      isEmpty={items.length === 0}
      height={Math.max(1, items.length) * rowHeight}
      table={{ columns: [kind, words.count], rows: items.map(({ name, count }) => [name, formatCount(count)]) }}
    >
      {({ width }) => {
        const x = scaleLinear({
          domain: [0, Math.max(...items.map(({ count }) => count))],
          range: [0, Math.max(8, width - nameWidth - countWidth)],
        });
        return items.map(({ name, count }, index) => (
          <g key={name} transform={`translate(0 ${index * rowHeight})`} fontSize={13}>
            <text x={0} y={19} className="fill-ink">
              {name}
            </text>
            <Bar x={nameWidth} y={8} width={Math.max(2, x(count))} height={14} rx={3} className={fill} />
            <text x={nameWidth + x(count) + 8} y={19} className="fill-muted tabular">
              {formatCount(count)}
            </text>
          </g>
        ));
      }}
    </ChartCard>
  );
}
