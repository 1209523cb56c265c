import { type AssetState, type LendingVaultPreview, marketOf, type Snapshot } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { vaultCopy } from "@/content/vault";
import { formatToken } from "@/lib/format";
import type { Effect } from "../describe";
import type { VaultIntent } from "../intent";
import type { AnyPlan, VaultPlan } from "../plan-of";
import type { Outcome } from "../reporter";
import { formatShares } from "./shares";

const { effects, titles, notices } = vaultCopy;

function assetOf({ market, asset }: VaultIntent, snapshot: Snapshot): AssetState {
  return marketOf(snapshot, market).assets[asset] as AssetState;
}

/** What an intent about a vault does, in the order in which it happens. */
export function vaultEffects(intent: VaultIntent, plan: AnyPlan, snapshot: Snapshot): readonly Effect[] {
  const asset = assetOf(intent, snapshot);
  const { assets, shares } = plan.preview as LendingVaultPreview;
  const amount = formatToken(assets, asset);
  const issued = formatShares(shares, asset);
  switch (intent.type) {
    case "vaultDeposit":
      return [
        { direction: "out", text: transactionCopy.effects.leaves(formatToken(assets, asset, "up")) },
        { direction: "inside", text: effects.lent(formatToken(assets, asset, "up")) },
        { direction: "in", text: effects.issued(issued) },
      ];
    case "vaultWithdraw":
      return intent.amount === "max"
        ? [
            { direction: "out", text: effects.burnt(issued) },
            { direction: "in", text: effects.returnedAbout(amount) },
          ]
        : [
            { direction: "out", text: effects.burntAbout(issued) },
            { direction: "in", text: effects.returned(amount) },
          ];
    case "vaultHarvest":
      return [{ direction: "inside", text: effects.harvested(formatToken(harvestOf(plan), asset)) }];
  }
}

/** What an intent is called: on the button, in the title, in notices. */
export function vaultTitle(intent: VaultIntent, plan: AnyPlan | undefined, snapshot: Snapshot): string {
  const asset = assetOf(intent, snapshot);
  switch (intent.type) {
    case "vaultDeposit":
      return titles.deposit(formatToken(intent.amount, asset, "up"));
    case "vaultWithdraw":
      return titles.withdraw(
        intent.amount === "max" ? titles.all(asset.symbol) : formatToken(intent.amount, asset),
      );
    case "vaultHarvest":
      return titles.harvest(formatToken(harvestOf(plan), asset));
  }
}

/** What the chain says after it. */
export function vaultOutcome(
  intent: VaultIntent,
  title: string,
  after: Snapshot,
  received: (token: `0x${string}`) => bigint,
): Outcome {
  const done = { kind: "done", title: transactionCopy.notices.done(title) } as const;
  const asset = assetOf(intent, after);
  switch (intent.type) {
    case "vaultDeposit":
      return { ...done, detail: notices.deposited };
    case "vaultWithdraw":
      return { ...done, detail: notices.redeemed(formatToken(received(asset.token), asset)) };
    case "vaultHarvest":
      return done;
  }
}

function harvestOf(plan: AnyPlan | undefined): bigint | undefined {
  const action = (plan as VaultPlan | undefined)?.action;
  return action?.type === "harvestVault" ? action.args.amount : undefined;
}
