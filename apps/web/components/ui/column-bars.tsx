import { cx } from "class-variance-authority";

/** One column of {@link ColumnBars}. */
export interface ColumnBar {
  readonly label: string;
  readonly value: string;
  /** Height, in thousandths of the tallest. */
  readonly height: number;
  /** Class of the fill; that of an ordinary bar when left out. */
  readonly fill?: string | undefined;
}

interface ColumnBarsProps {
  readonly name: string;
  /** What the columns show, with the conclusion. */
  readonly label: string;
  readonly bars: readonly ColumnBar[];
}

/** Columns with their values above and their names below: a chart that is its own table. */
export function ColumnBars({ name, label, bars }: ColumnBarsProps) {
  return (
    <ol data-slot={name} aria-label={label} className="flex h-[190px] items-stretch gap-1">
      {bars.map((bar) => (
        <li key={bar.label} className="flex min-w-0 flex-1 flex-col text-center text-11 text-fg-2">
          <span className="flex min-h-0 flex-1 flex-col justify-end">
            <span className="mb-0.5">{bar.value}</span>
            <span
              aria-hidden="true"
              className={cx("block min-h-px rounded-t-[2px]", bar.fill ?? "bg-bar")}
              style={{ height: `${(bar.height * 78) / 1_000}%` }}
            />
          </span>
          <span className="order-last mt-1.5 whitespace-nowrap text-fg-3">{bar.label}</span>
        </li>
      ))}
    </ol>
  );
}
