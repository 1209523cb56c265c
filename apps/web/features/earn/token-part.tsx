import { vaultCopy } from "@/content/vault";
import { Value } from "@/features/transaction/value";
import { formatAmount } from "@/lib/format";
import type { ReserveView } from "./reserves";

/** What of the owner's loan to a reserve is a vault token; nothing where there is none. */
export function TokenPart({ reserve: { asset, vault } }: { readonly reserve: ReserveView }) {
  const stake = vault?.stake;
  if (stake === undefined || stake.shares === 0n) return null;
  return (
    <Value name="asToken" raw={stake.assets} className="block text-12 text-fg-2">
      {vaultCopy.table.asToken(formatAmount(stake.assets, asset, "nearest"))}
    </Value>
  );
}
