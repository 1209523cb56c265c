"use client";

import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { ordersCopy } from "@/content/orders";
import type { Loadable } from "@/features/data/loadable";

const copy = ordersCopy.operator;

interface OperatorNoteProps {
  readonly allowed: Loadable<boolean>;
  readonly canSign: boolean;
  readonly onRevoke: () => void;
}

/** What the account mover may do, and the way to take it back. */
export function OperatorNote({ allowed, canSign, onRevoke }: OperatorNoteProps) {
  const known = allowed.status === "ok" || allowed.status === "stale" ? allowed.data : undefined;
  const state = known === undefined ? allowed.status : known ? "on" : "off";
  return (
    <section
      data-slot="operator"
      data-state={state}
      aria-label={copy.title}
      className="rounded-2 border border-line px-3 py-2.5 text-12"
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-medium">{copy.title}</h3>
        {known !== undefined && (
          <Chip tone={known ? "accent" : "neutral"}>{known ? copy.states.on : copy.states.off}</Chip>
        )}
      </div>
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-3 gap-y-1.5 text-fg-2">
        <p className="min-w-0 flex-1 basis-56">{sentence(state)}</p>
        {state === "error" && allowed.status === "error" && (
          <Button size="sm" onClick={allowed.retry}>
            {copy.retry}
          </Button>
        )}
        {known === true && (
          <Button size="sm" aria-label={copy.revokeLabel} disabled={!canSign} onClick={onRevoke}>
            {copy.revoke}
          </Button>
        )}
      </div>
    </section>
  );
}

function sentence(state: "on" | "off" | "loading" | "error" | "ok" | "stale"): string {
  if (state === "on") return copy.given;
  if (state === "off") return copy.needed;
  return state === "error" ? copy.failed : copy.unknown;
}
