"use client";

import { signingCopy } from "@/content/signing";
import { useDeployment } from "@/features/data/runtime-context";
import { useDataStatus } from "@/features/data/use-data-status";
import { formatAge } from "@/lib/format";
import { useOwner } from "./use-owner";
import { useWallet } from "./use-wallet";

export type CanSign = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Whether something may be signed now, and if not, why. */
export function useCanSign(): CanSign {
  const data = useDataStatus();
  const wallet = useWallet();
  const { watching } = useOwner();
  const { name } = useDeployment();

  if (watching) return no(signingCopy.watching);
  if (wallet.status !== "connected") return no(signingCopy.disconnected);
  if (wallet.wrongNetwork) return no(signingCopy.wrongNetwork(wallet.networkName, name));
  switch (data.status) {
    case "ok":
      return { ok: true };
    case "stale":
      return no(signingCopy.stale(formatAge(data.age)));
    case "loading":
    case "error":
      return no(signingCopy.noData);
  }
}

const no = (reason: string): CanSign => ({ ok: false, reason });
