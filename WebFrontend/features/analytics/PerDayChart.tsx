import { BarStack } from '@visx/shape';
import { scaleOrdinal } from '@visx/scale';
import type { Statistics } from '@/lib/api/types';
import { formatCount, formatDay } from '@/lib/format';
import { analytics as words } from '@/lib/strings.analytics';
import { Axes } from './axes';
import { ChartCard } from './ChartCard';
import { amountScale, dayScale } from './scales';

const states = ['ready', 'rejected', 'failed'] as const;
const fills = { ready: 'fill-series', rejected: 'fill-warn', failed: 'fill-loss' };
const noColor = scaleOrdinal({ domain: [...states], range: ['', '', ''] });

export function PerDayChart({ statistics: { days, total } }: { statistics: Statistics }) {
  return (
    <ChartCard
      title={words.perDay}
      summary={words.perDaySummary(total.ready, total.rejected, total.failed)}
      isEmpty={total.ready + total.rejected + total.failed === 0}
      height={240}
      isWide
      legend={states.map((state) => ({ name: words[state], className: fills[state] }))}
      table={{
        columns: [words.day, ...states.map((state) => words[state])],
        rows: days.map((day) => [formatDay(day.date), ...states.map((state) => formatCount(day[state]))]),
      }}
    >
      {({ width, height }) => {
        const x = dayScale(
          days.map(({ date }) => date),
          width,
        );
        const y = amountScale(
          days.map(({ ready, rejected, failed }) => ready + rejected + failed),
          height,
        );
        return (
          <>
            <Axes days={x} amounts={y} width={width} height={height} format={wholeNumber} />
            <BarStack data={days} keys={[...states]} x={({ date }) => date} xScale={x} yScale={y} color={noColor}>
              {(stacks) =>
                stacks.flatMap(({ key, bars }) =>
                  bars.map((bar) => (
                    <rect
                      key={`${key}-${bar.index}`}
                      className={fills[key]}
                      x={bar.x}
                      y={bar.y}
                      width={bar.width}
                      height={bar.height}
                    />
                  )),
                )
              }
            </BarStack>
          </>
        );
      }}
    </ChartCard>
  );
}

const wholeNumber = (amount: number): string => (Number.isInteger(amount) ? formatCount(amount) : '');
