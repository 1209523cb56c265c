import { cx } from "class-variance-authority";

/** Room for something that loads, in its final size. The region around it carries `aria-busy`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-slot="skeleton"
      className={cx("block h-2.5 rounded-[3px] bg-hover", className)}
    />
  );
}
