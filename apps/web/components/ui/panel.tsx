import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

interface PanelProps extends Omit<ComponentProps<"section">, "title"> {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
}

/** A bounded region of a page other than trade. */
export function Panel({ title, aside, className, children, ...rest }: PanelProps) {
  return (
    <section
      {...rest}
      data-slot="panel"
      className={cx("min-w-0 rounded-3 border border-line bg-panel", className)}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-2.5 px-4 py-1.5">
        <h2 className="font-semibold text-14 tracking-[-0.01em]">{title}</h2>
        {aside !== undefined && <div className="ml-auto text-12 text-fg-3">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
