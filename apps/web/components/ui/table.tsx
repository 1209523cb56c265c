import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import type { Zone } from "@/lib/zones";

/** Rows of one kind. Numbers stand right-aligned and share their digits down a column. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table {...rest} data-slot="table" className={cx("w-full border-collapse", className)} />;
}

const edge =
  "whitespace-nowrap px-3 first:pl-4 last:pr-4 max-desktop:not-first:pl-2 max-desktop:not-last:pr-2";

interface CellAlign {
  readonly numeric?: boolean;
}

export function HeadCell({ numeric = false, className, ...rest }: ComponentProps<"th"> & CellAlign) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        edge,
        "h-[30px] border-line border-b font-normal text-12 text-fg-3",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

interface RowProps extends ComponentProps<"tr"> {
  /** Marks the left edge in the soft and auction zones. */
  readonly zone?: Zone;
}

export function Row({ zone, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-slot="row"
      data-zone={zone}
      className={cx(
        "group/row border-line border-b last:border-b-0 hover:bg-hover",
        "data-[zone=soft]:[&>td:first-child]:shadow-[inset_3px_0_0_var(--soft)]",
        "data-[zone=auction]:[&>td:first-child]:shadow-[inset_3px_0_0_var(--auction)]",
        className,
      )}
    />
  );
}

export function Cell({ numeric = false, className, ...rest }: ComponentProps<"td"> & CellAlign) {
  return <td {...rest} className={cx(edge, "h-12 align-middle", numeric && "text-right", className)} />;
}

/** Second, quieter line of a cell. */
export function CellSub({ className, ...rest }: ComponentProps<"span">) {
  return <span {...rest} className={cx("block text-12 text-fg-3 leading-[1.3]", className)} />;
}
