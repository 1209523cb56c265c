import { cx } from "class-variance-authority";

/** A ring in progress; static when motion is reduced, so words stand beside it. */
export function Spinner({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-slot="spinner"
      className={cx(
        "inline-block size-3.5 shrink-0 animate-spin motion-reduce:animate-none rounded-full border-2 border-current border-r-transparent opacity-90",
        className,
      )}
    />
  );
}
