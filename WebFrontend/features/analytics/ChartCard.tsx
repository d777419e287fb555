import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { IconButton } from '@/ui/IconButton';
import { analytics as words } from '@/lib/strings.analytics';
import { DataTable, type TableData } from './DataTable';
import { useWidth } from './useWidth';

export interface Legend {
  name: string;
  className: string;
}

interface ChartCardProps {
  title: string;
  /** What the drawing tells at a glance, in words. */
  summary: string;
  isEmpty: boolean;
  table: TableData;
  legend?: readonly Legend[];
  height: number;
  isWide?: boolean;
  children: (size: { width: number; height: number }) => ReactNode;
}

/** A drawing with its meaning in words, and the numbers behind it as a table. */
export function ChartCard({
  title,
  summary,
  isEmpty,
  table,
  legend = [],
  height,
  isWide = false,
  children,
}: ChartCardProps) {
  const headingId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [isTable, setIsTable] = useState(false);

  return (
    <section
      aria-labelledby={headingId}
      className={`flex min-w-0 flex-col rounded-xl bg-surface p-5 ${isWide ? 'lg:col-span-2' : ''}`}
    >
      <div className="mb-3 flex items-start justify-between gap-3">
        <div>
          <h2 id={headingId} className="font-semibold">
            {title}
          </h2>
          <p className="text-sm text-muted tabular">{isEmpty ? words.empty : summary}</p>
        </div>
        {!isEmpty && (
          <IconButton
            icon={isTable ? ChartNoAxesColumn : Table2}
            label={`${title}: ${isTable ? words.showChart : words.showTable}`}
            aria-pressed={isTable}
            onClick={() => setIsTable(!isTable)}
          />
        )}
      </div>
      <div ref={frame} style={{ minHeight: height }}>
        {!isEmpty && isTable && <DataTable caption={title} {...table} />}
        {!isEmpty && !isTable && width > 0 && (
          <svg width={width} height={height} role="img" aria-label={words.chartOf(title, summary)} className="block">
            {children({ width, height })}
          </svg>
        )}
      </div>
      {!isEmpty && !isTable && legend.length > 0 && <LegendList legend={legend} />}
    </section>
  );
}

function LegendList({ legend }: { legend: readonly Legend[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-4 text-xs text-muted">
      {legend.map(({ name, className }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg width={10} height={10} aria-hidden>
            <rect width={10} height={10} rx={2} className={className} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
