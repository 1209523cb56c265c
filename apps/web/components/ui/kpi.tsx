import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

interface KpiListProps {
  readonly name: string;
  /** Names the figures for assistive technology. */
  readonly label?: string;
  /** Columns, by width. */
  readonly className: string;
  readonly children: ReactNode;
}

/** A page's few leading figures, side by side. */
export function KpiList({ name, label, className, children }: KpiListProps) {
  return (
    <dl
      data-slot={name}
      aria-label={label}
      className={cx("grid gap-px overflow-hidden rounded-3 border border-line bg-line", className)}
    >
      {children}
    </dl>
  );
}

interface KpiProps {
  readonly label: ReactNode;
  /** What it is measured against. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

export function Kpi({ label, note, children }: KpiProps) {
  return (
    <div data-slot="kpi" className="min-w-0 bg-panel px-4 py-3">
      <dt className="text-12 text-fg-3">{label}</dt>
      <dd className="mt-0.5 font-semibold text-20 tracking-figure">
        {children}
        <span className="mt-px block font-normal text-12 text-fg-3 tracking-normal">{note}</span>
      </dd>
    </div>
  );
}
