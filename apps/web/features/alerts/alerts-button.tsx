"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Address } from "viem";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { alertsCopy } from "@/content/alerts";
import { useRuntime } from "@/features/data/runtime-context";
import { scopeOf, useRulesOf } from "./rule-store";

const AlertsDialog = dynamic(() => import("./alerts-dialog").then((module) => module.AlertsDialog), {
  ssr: false,
});

/** How many rules there are, and the way to them. */
export function AlertsButton({ owner }: { readonly owner: Address }) {
  const { chainId } = useRuntime();
  const [isOpen, setOpen] = useState(false);
  const scope = scopeOf(chainId, owner);
  const rules = useRulesOf(scope);
  return (
    <>
      <Button size="sm" data-slot="alerts-button" onClick={() => setOpen(true)}>
        <Icon name="bell" size={14} />
        {alertsCopy.button(rules.length)}
      </Button>
      {isOpen && <AlertsDialog scope={scope} onClose={() => setOpen(false)} />}
    </>
  );
}
