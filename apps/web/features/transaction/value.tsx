import type { ReactNode } from "react";

interface ValueProps {
  /** The exact number behind the text; `null` where there is none, undefined while unknown. */
  readonly raw: bigint | null | undefined;
  readonly name?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A number as people read it, with the exact one for whoever needs it. */
export function Value({ raw, name, className, children }: ValueProps) {
  return (
    <span data-slot="value" data-name={name} data-value={rawText(raw)} className={className}>
      {children}
    </span>
  );
}

export function rawText(raw: bigint | null | undefined): string {
  return raw === undefined ? "unknown" : raw === null ? "none" : raw.toString();
}
