import { cva } from "class-variance-authority";

export type DotState = "ok" | "warning" | "bad" | "unknown";

const styles = cva("inline-block size-[7px] shrink-0", {
  variants: {
    state: {
      ok: "rounded-full bg-gain",
      warning: "rounded-full border-2 border-soft",
      bad: "rounded-[1px] bg-auction",
      unknown: "rounded-full bg-fg-3",
    },
  },
});

/** State by shape as well as colour: disc, ring, square. A word stands beside it. */
export function Dot({ state }: { readonly state: DotState }) {
  return <span aria-hidden="true" data-slot="dot" data-state={state} className={styles({ state })} />;
}
