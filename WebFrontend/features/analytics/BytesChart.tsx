import { Bar } from '@visx/shape';
import type { Statistics } from '@/lib/api/types';
import { formatBytes, formatDay } from '@/lib/format';
import { analytics as words } from '@/lib/strings.analytics';
import { Axes } from './axes';
import { ChartCard } from './ChartCard';
import { amountScale, dayScale } from './scales';

export function BytesChart({ statistics: { days, total } }: { statistics: Statistics }) {
  return (
    <ChartCard
      title={words.bytes}
      summary={words.bytesSummary(formatBytes(total.bytes))}
      isEmpty={total.bytes === 0}
      height={240}
      table={{
        columns: [words.day, words.received],
        rows: days.map(({ date, bytes }) => [formatDay(date), formatBytes(bytes)]),
      }}
    >
      {({ width, height }) => {
        const x = dayScale(
          days.map(({ date }) => date),
          width,
        );
        const y = amountScale(
          days.map(({ bytes }) => bytes),
          height,
        );
        return (
          <>
            <Axes days={x} amounts={y} width={width} height={height} format={formatBytes} />
            {days.map(({ date, bytes }) => (
              <Bar
                key={date}
                className="fill-series"
                x={x(date) ?? 0}
                y={y(bytes)}
                width={x.bandwidth()}
                height={y(0) - y(bytes)}
              />
            ))}
          </>
        );
      }}
    </ChartCard>
  );
}
