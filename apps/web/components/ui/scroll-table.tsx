import type { ReactNode } from "react";

interface ScrollTableProps {
  readonly name: string;
  readonly label: string;
  readonly head: readonly string[];
  /** Rows; the first cell of each is its head. */
  readonly children: ReactNode;
}

/** A chart in figures, as high as the chart. */
export function ScrollTable({ name, label, head, children }: ScrollTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
    <section className="-mx-4 h-[256px] overflow-auto" tabIndex={0} aria-label={label}>
      <table
        data-slot={name}
        className="w-full whitespace-nowrap [&_:is(td,th)]:h-7 [&_:is(td,th)]:px-4 [&_:is(td,th)]:text-right [&_:is(td,th)]:first:text-left max-tablet:[&_:is(td,th)]:px-2 max-tablet:[&_:is(td,th)]:first:pl-4"
      >
        <thead className="sticky top-0 bg-panel text-12 text-fg-3">
          <tr>
            {head.map((name) => (
              <th key={name} scope="col" className="font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
