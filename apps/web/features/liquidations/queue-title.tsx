import type { ReactNode } from "react";

interface QueueTitleProps {
  readonly end?: string;
  readonly children: ReactNode;
}

/** Name of one step of the queue, and what stands against it. */
export function QueueTitle({ end, children }: QueueTitleProps) {
  return (
    <h3 className="mb-1.5 flex justify-between gap-3">
      <span className="font-semibold">{children}</span>
      {end !== undefined && <span className="text-fg-3">{end}</span>}
    </h3>
  );
}
