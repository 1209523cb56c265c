import { cva } from "class-variance-authority";
import type { ReactNode } from "react";

const styles = cva("inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-1 border px-[7px] text-12", {
  variants: {
    tone: {
      neutral: "border-line-strong text-fg-2",
      accent: "border-transparent bg-accent-soft text-accent",
      soft: "border-transparent bg-soft-bg text-soft",
      auction: "border-transparent bg-auction-bg text-auction",
    },
  },
  defaultVariants: { tone: "neutral" },
});

interface ChipProps {
  readonly tone?: "neutral" | "accent" | "soft" | "auction";
  readonly children: ReactNode;
}

/** A word in a small frame. */
export function Chip({ tone = "neutral", children }: ChipProps) {
  return (
    <span data-slot="chip" data-tone={tone} className={styles({ tone })}>
      {children}
    </span>
  );
}
