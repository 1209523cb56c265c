"use client";

import { cx } from "class-variance-authority";
import * as Radix from "radix-ui/popover";
import type { ReactElement, ReactNode } from "react";

interface PopoverProps {
  readonly trigger: ReactElement;
  /** Names the popover for assistive technology. */
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What floats beside a control: a menu, a list, an explanation. */
export function Popover(props: PopoverProps) {
  const { trigger, label, align = "start", side = "bottom", open, onOpenChange, className, children } = props;
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          data-slot="popover"
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cx(
            "z-60 max-h-(--radix-popover-content-available-height) overflow-auto rounded-3 border border-line-strong bg-panel p-1 shadow-float outline-none",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the popover when its child is pressed. */
export const PopoverClose = Radix.Close;

/** Look of one line in a menu. */
export const menuItemStyles =
  "flex min-h-8 w-full items-center gap-2 rounded-2 px-2.5 text-left hover:bg-hover aria-checked:bg-hover aria-[current=page]:bg-hover max-tablet:min-h-11";
