import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { scaleBand, scaleLinear } from '@visx/scale';
import { formatDay } from '@/lib/format';

export const margin = { top: 8, right: 20, bottom: 24, left: 56 };

type Days = ReturnType<typeof scaleBand<string>>;
type Amounts = ReturnType<typeof scaleLinear<number>>;

interface AxesProps {
  days: Days;
  amounts: Amounts;
  width: number;
  height: number;
  format: (amount: number) => string;
}

const label = { className: 'fill-muted tabular', fontSize: 12, fontFamily: 'inherit' } as const;
const spacePerLabel = 72;
const rowCount = 4;

/** Days along the bottom, as many as there is room for, and amounts up the side. */
export function Axes({ days, amounts, width, height, format }: AxesProps) {
  const domain = days.domain();
  const step = Math.max(1, Math.ceil(domain.length / Math.max(1, Math.floor((width - margin.left) / spacePerLabel))));
  // Counted from the newest day, which is the one that people look for.
  const ticks = domain.filter((_, index) => (domain.length - 1 - index) % step === 0);

  return (
    <>
      <GridRows
        scale={amounts}
        left={margin.left}
        width={width - margin.left - margin.right}
        numTicks={rowCount}
        className="chart-grid"
      />
      <AxisLeft
        scale={amounts}
        left={margin.left}
        numTicks={rowCount}
        hideAxisLine
        hideTicks
        tickFormat={(amount) => format(Number(amount))}
        tickLabelProps={{ ...label, textAnchor: 'end', dx: -4, dy: 4 }}
      />
      <AxisBottom
        scale={days}
        top={height - margin.bottom}
        tickValues={ticks}
        hideTicks
        axisLineClassName="chart-grid"
        tickFormat={formatDay}
        tickLabelProps={{ ...label, textAnchor: 'middle' }}
      />
    </>
  );
}
