"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { helpCopy as copy } from "@/content/help";

/** The first steps. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={copy.title} width={480}>
      <ol className="grid gap-4">
        {copy.steps.map(({ title, body }, index) => (
          <li key={title} className="grid grid-cols-[24px_1fr] gap-2.5">
            <span className="grid size-6 place-items-center rounded-full border border-line-strong text-12 text-fg-2">
              {index + 1}
            </span>
            <span>
              <span className="block font-medium">{title}</span>
              <span className="block text-fg-2 leading-normal">{body}</span>
            </span>
          </li>
        ))}
      </ol>
      <Button variant="primary" size="lg" className="mt-4" onClick={onClose}>
        {copy.done}
      </Button>
    </Dialog>
  );
}
