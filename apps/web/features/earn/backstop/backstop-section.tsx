"use client";

import type { Snapshot } from "@gimbal/sdk";
import { BackstopPanel } from "./backstop-panel";
import { useBackstops } from "./use-backstop";

/** The backstop of every market that has one. */
export function BackstopSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const vaults = useBackstops() ?? [];
  return vaults.map((vault) => <BackstopPanel key={vault.address} vault={vault} snapshot={snapshot} />);
}
