import type { ReactNode } from "react";

/** Term and value, side by side, down a column. */
export function DefinitionList({ children }: { readonly children: ReactNode }) {
  return (
    <dl data-slot="definition-list" className="grid grid-cols-[1fr_auto] gap-y-1.5">
      {children}
    </dl>
  );
}

interface DefinitionProps {
  readonly term: ReactNode;
  readonly children: ReactNode;
}

export function Definition({ term, children }: DefinitionProps) {
  return (
    <>
      <dt className="text-fg-2">{term}</dt>
      <dd className="text-right">{children}</dd>
    </>
  );
}
