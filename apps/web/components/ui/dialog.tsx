"use client";

import { cx } from "class-variance-authority";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { common } from "@/content/common";
import { Button } from "./button";

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** Said by assistive technology after the title. */
  readonly description?: string;
  readonly width?: 400 | 480;
  /** False while something must not be left halfway; hides the cross and ignores Escape and presses outside. */
  readonly dismissible?: boolean;
  readonly children: ReactNode;
}

/** A decision in the middle of the page; on a phone it rises from the bottom edge. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  width = 400,
  dismissible = true,
  children,
}: DialogProps) {
  const hold = (event: Event) => {
    if (!dismissible) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          data-slot="dialog"
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          {...(description === undefined && { "aria-describedby": undefined })}
          style={{ "--dialog-width": `${width}px` } as React.CSSProperties}
          className={cx(
            "fixed z-50 flex flex-col overflow-hidden bg-panel shadow-float outline-none",
            "max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:max-h-[calc(100%-28px)] max-tablet:rounded-t-4",
            "tablet:top-1/2 tablet:left-1/2 tablet:max-h-[calc(100%-48px)] tablet:w-(--dialog-width) tablet:-translate-x-1/2 tablet:-translate-y-1/2 tablet:rounded-3 tablet:border tablet:border-line-strong",
          )}
        >
          <header className="flex min-h-14 shrink-0 items-center justify-between gap-3 pr-2 pl-4">
            <Radix.Title className="font-semibold text-16 tracking-heading">{title}</Radix.Title>
            {dismissible && (
              <Radix.Close asChild>
                <Button variant="ghost" size="icon" aria-label={common.close}>
                  <Icon name="close" />
                </Button>
              </Radix.Close>
            )}
          </header>
          {description !== undefined && (
            <Radix.Description className="px-4 pb-2 text-fg-2">{description}</Radix.Description>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
