import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { common } from "@/content/common";

interface ValueTableProps {
  readonly label: string;
  /** Preview is being recomputed: values dim, nothing jumps. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** What an action changes: every number with its before and after. */
export function ValueTable({ label, busy = false, children }: ValueTableProps) {
  return (
    <table
      data-slot="value-table"
      aria-label={label}
      aria-busy={busy}
      className={cx("w-full border-collapse", busy && "opacity-60")}
    >
      <thead>
        <tr className="h-[18px] text-11 text-fg-3">
          <th className="text-left font-normal">
            <span className="sr-only">{common.item}</span>
          </th>
          <th className="pr-3.5 text-right font-normal">{common.before}</th>
          <th className="text-right font-normal">{common.after}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface ValueTransitionProps {
  readonly label: ReactNode;
  /** Left empty where there was nothing before. */
  readonly before?: ReactNode;
  readonly after: ReactNode;
  /** Quiet addition to the value after, e.g. its dollars. */
  readonly detail?: ReactNode;
  readonly tone?: "neutral" | "warning" | "bad";
  readonly loading?: boolean;
  /** Names the row for tests and styles. */
  readonly name?: string;
}

const tones = { neutral: "text-fg", warning: "text-soft", bad: "text-auction" } as const;

/** One number before and after. */
export function ValueTransition(props: ValueTransitionProps) {
  const { label, before, after, detail, tone = "neutral", loading = false, name } = props;
  return (
    <tr data-slot="value-transition" data-name={name} className="h-[23px] max-tablet:h-6">
      <th scope="row" className="whitespace-nowrap text-left font-normal text-fg-2">
        {label}
      </th>
      <td data-slot="before" className="whitespace-nowrap pr-3.5 text-right text-fg-3">
        {before}
      </td>
      <td data-slot="after" className={cx("min-w-[92px] whitespace-nowrap text-right", tones[tone])}>
        {loading ? <Skeleton className="ml-auto w-16" /> : after}
        {detail !== undefined && !loading && <span className="text-fg-3"> {detail}</span>}
      </td>
    </tr>
  );
}
