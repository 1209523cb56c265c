"use client";

import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { common } from "@/content/common";
import { Button } from "./button";

interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Names the sheet for assistive technology. */
  readonly label: string;
  /** Beside the cross. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
}

/** A region that rises from the bottom edge of a phone. */
export function Sheet({ open, onOpenChange, label, heading, children }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          data-slot="sheet"
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[calc(100%-28px)] flex-col rounded-t-4 bg-panel shadow-float outline-none"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          <span aria-hidden="true" className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-control" />
          <div className="flex shrink-0 items-center gap-2 pr-2 pl-4 text-14">
            {heading}
            <Radix.Close asChild>
              <Button variant="ghost" size="icon" aria-label={common.close} className="ml-auto">
                <Icon name="close" />
              </Button>
            </Radix.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
