import { type AssetState, type LendingVaultPreview, marketOf, type Snapshot } from "@gimbal/sdk";
import { vaultCopy } from "@/content/vault";
import { formatAddress, formatSupplyRate, formatToken } from "@/lib/format";
import type { VaultIntent } from "../intent";
import type { AnyPlan } from "../plan-of";
import type { ReviewRow } from "../review-rows";
import { decodeVaultCall } from "./decode";
import { formatShareCount } from "./shares";

const copy = vaultCopy.rows;

/** The numbers a lender confirms, and what the call that is signed says of itself. */
export function vaultRows(intent: VaultIntent, plan: AnyPlan, snapshot: Snapshot): readonly ReviewRow[] {
  const asset = marketOf(snapshot, intent.market).assets[intent.asset] as AssetState;
  const { sharesAfter, supplyRate } = plan.preview as LendingVaultPreview;
  const [call] = plan.calls;
  const decoded = call && decodeVaultCall(call.data);
  const rows: ReviewRow[] = [];
  if (call !== undefined)
    rows.push({ name: "vault", label: copy.vault, after: formatAddress(call.to), raw: undefined });
  if (decoded !== undefined) {
    const { name, amount, unit, receiver } = decoded;
    const exact =
      amount === undefined
        ? ""
        : unit === "assets"
          ? formatToken(amount, asset, "up")
          : vaultCopy.shares(formatShareCount(amount, asset));
    rows.push({
      name: "call",
      label: copy.call,
      after: exact === "" ? name : `${name} ${exact}`,
      raw: amount,
    });
    if (receiver !== undefined) {
      const isOwn = receiver.toLowerCase() === snapshot.owner?.toLowerCase();
      const who = formatAddress(receiver);
      rows.push({
        name: "receiver",
        label: copy.receiver,
        after: isOwn ? `${copy.you}, ${who}` : who,
        raw: undefined,
      });
    }
  }
  if (intent.type === "vaultHarvest") return rows;
  return [
    ...rows,
    {
      name: "sharesAfter",
      label: copy.sharesAfter,
      after: formatShareCount(sharesAfter, asset),
      raw: sharesAfter,
    },
    {
      name: "supplyRate",
      label: copy.supplyRate,
      after: formatSupplyRate(supplyRate),
      raw: supplyRate,
    },
  ];
}
