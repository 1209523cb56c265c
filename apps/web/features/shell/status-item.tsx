import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { Dot, type DotState } from "@/components/ui/dot";

interface StatusItemProps extends Omit<ComponentProps<"button">, "value"> {
  readonly state: DotState;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** Without its term on a phone, where the top bar is narrow. */
  readonly compact?: boolean;
}

/** One state in the top bar: shape, term and value. */
export function StatusItem({ state, term, value, compact = false, ...rest }: StatusItemProps) {
  return (
    <button
      type="button"
      {...rest}
      data-slot="status-item"
      data-state={state}
      className="flex h-[30px] items-center gap-1.5 whitespace-nowrap rounded-2 px-2 text-12 hover:bg-hover max-tablet:min-h-11 max-tablet:px-1.5"
    >
      <Dot state={state} />
      <span className={cx("text-fg-3", compact && "max-tablet:hidden")}>{term}</span>
      <span
        className={cx(compact && "max-tablet:max-w-18 max-tablet:overflow-hidden max-tablet:text-ellipsis")}
      >
        {value}
      </span>
    </button>
  );
}
