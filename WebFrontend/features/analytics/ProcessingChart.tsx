import { Circle, LinePath } from '@visx/shape';
import type { DayCounts, Percentiles, Statistics } from '@/lib/api/types';
import { formatDay, formatDuration } from '@/lib/format';
import { analytics as words } from '@/lib/strings.analytics';
import { Axes } from './axes';
import { ChartCard } from './ChartCard';
import { amountScale, dayScale } from './scales';

const duration = (milliseconds: number | null): string =>
  milliseconds === null ? words.nothing : formatDuration(milliseconds);

const series: { key: keyof Percentiles; name: string; stroke: string; fill: string; dash?: string }[] = [
  { key: 'p50Ms', name: words.p50, stroke: 'stroke-series', fill: 'fill-series' },
  { key: 'p95Ms', name: words.p95, stroke: 'stroke-warn', fill: 'fill-warn', dash: '5 3' },
];

export function ProcessingChart({ statistics: { days, total } }: { statistics: Statistics }) {
  return (
    <ChartCard
      title={words.processing}
      summary={words.processingSummary(duration(total.processing.p50Ms), duration(total.processing.p95Ms))}
      isEmpty={total.processing.p50Ms === null}
      height={240}
      legend={series.map(({ name, fill }) => ({ name, className: fill }))}
      table={{
        columns: [words.day, words.p50, words.p95],
        rows: days.map(({ date, processing }) => [
          formatDay(date),
          duration(processing.p50Ms),
          duration(processing.p95Ms),
        ]),
      }}
    >
      {({ width, height }) => {
        const x = dayScale(
          days.map(({ date }) => date),
          width,
        );
        const y = amountScale(
          days.map(({ processing }) => processing.p95Ms ?? 0),
          height,
        );
        const middleOf = ({ date }: DayCounts) => (x(date) ?? 0) + x.bandwidth() / 2;
        return (
          <>
            <Axes days={x} amounts={y} width={width} height={height} format={formatDuration} />
            {series.map(({ key, stroke, fill, dash }) => {
              const place = ({ processing }: DayCounts) => y(processing[key] ?? 0);
              const isKnown = ({ processing }: DayCounts) => processing[key] !== null;
              return (
                <g key={key}>
                  <LinePath
                    data={days}
                    x={middleOf}
                    y={place}
                    defined={isKnown}
                    className={stroke}
                    strokeWidth={2}
                    strokeDasharray={dash ?? 'none'}
                    fill="none"
                  />
                  {days.filter(isKnown).map((day) => (
                    <Circle key={day.date} cx={middleOf(day)} cy={place(day)} r={2.5} className={fill} />
                  ))}
                </g>
              );
            })}
          </>
        );
      }}
    </ChartCard>
  );
}
