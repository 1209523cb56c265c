import { tradeCopy } from "@/content/trade";

const rows = [0.12, 0.31, 0.5, 0.69, 0.88];

/** The chart's grid without prices, in the chart's size. */
export function ChartSkeleton() {
  return (
    <div aria-busy="true" data-slot="chart-skeleton" className="absolute inset-0 overflow-hidden">
      <span className="sr-only">{tradeCopy.chart.loading}</span>
      {rows.map((row) => (
        <span key={row} className="absolute inset-x-0 h-px bg-line" style={{ top: `${row * 100}%` }}>
          <span className="absolute -top-1.5 right-3 h-2.5 w-10 rounded-[3px] bg-hover" />
        </span>
      ))}
    </div>
  );
}
