import type { AssetState, LendingVaultPreview, LendingVaultState } from "@gimbal/sdk";
import { ValueTable, ValueTransition } from "@/components/ui/value-table";
import { vaultCopy } from "@/content/vault";
import { usdOf } from "@/features/transaction/usd";
import type { PlanState } from "@/features/transaction/use-plan";
import { Value } from "@/features/transaction/value";
import { formatShareCount } from "@/features/transaction/vault/shares";
import { formatSupplyRate, formatToken, formatUsd } from "@/lib/format";

const copy = vaultCopy.dialog;

interface Stake {
  readonly shares: bigint;
  readonly worth: bigint;
  readonly rate: bigint;
}

interface VaultPreviewProps {
  readonly plan: PlanState;
  readonly asset: AssetState;
  readonly vault: LendingVaultState;
}

/** The stake before and after. */
export function VaultPreview({ plan, asset, vault: { stake } }: VaultPreviewProps) {
  const before: Stake = {
    shares: stake?.shares ?? 0n,
    worth: stake?.assets ?? 0n,
    rate: asset.reserve.supplyRate,
  };
  const after =
    plan.status === "planned" ? afterOf(before, plan.plan.preview as LendingVaultPreview) : undefined;
  const row = (
    name: keyof typeof copy.rows,
    cell: (stake: Stake) => readonly [string, bigint | undefined],
  ) => {
    const show = (of: Stake) => {
      const [text, raw] = cell(of);
      return <Value raw={raw}>{text}</Value>;
    };
    return (
      <ValueTransition
        key={name}
        name={name}
        label={copy.rows[name]}
        before={show(before)}
        after={after === undefined ? "" : show(after)}
      />
    );
  };
  return (
    <ValueTable label={copy.preview}>
      {row("shares", ({ shares }) => [formatShareCount(shares, asset), shares])}
      {row("worth", ({ worth }) => [formatToken(worth, asset, "nearest"), worth])}
      {row("value", ({ worth }) => {
        const value = usdOf(worth, asset);
        return [formatUsd(value), value];
      })}
      {row("supplyRate", ({ rate }) => [formatSupplyRate(rate), rate])}
    </ValueTable>
  );
}

function afterOf({ shares, worth }: Stake, preview: LendingVaultPreview): Stake {
  const isIn = preview.sharesAfter >= shares;
  const left = isIn ? worth + preview.assets : worth - preview.assets;
  return {
    shares: preview.sharesAfter,
    worth: preview.sharesAfter <= 0n || left < 0n ? 0n : left,
    rate: preview.supplyRate,
  };
}
