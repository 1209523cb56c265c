import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/icon";

const styles = cva("flex min-h-9 items-center gap-2.5 px-4 py-1.5 text-13", {
  variants: {
    tone: {
      info: "bg-accent-soft [&>svg]:text-accent",
      warning: "bg-soft-bg [&>svg]:text-soft",
      bad: "bg-auction-bg [&>svg]:text-auction",
    },
    bleed: { true: "", false: "rounded-2" },
  },
});

const icons = { info: "info", warning: "clock", bad: "alert" } as const satisfies Record<string, IconName>;

interface BannerProps {
  readonly tone: "info" | "warning" | "bad";
  /** What is wrong, with the number. */
  readonly title: string;
  /** What it means and what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Runs from edge to edge, without corners. */
  readonly bleed?: boolean;
}

/** A state of the whole page or region. It never covers what can still be read. */
export function Banner({ tone, title, children, action, bleed = false }: BannerProps) {
  return (
    <div
      data-slot="banner"
      data-tone={tone}
      role={tone === "bad" ? "alert" : "status"}
      className={styles({ tone, bleed })}
    >
      <Icon name={icons[tone]} />
      <span className="min-w-0 flex-1">
        <strong className="font-medium">{title}</strong> {children}
      </span>
      {action}
    </div>
  );
}
