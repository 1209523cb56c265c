"use client";

import type { AssetState, BackstopState, MarketState } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { backstopCopy } from "@/content/backstop";
import { useDeployment } from "@/features/data/runtime-context";
import { useChainNow } from "@/features/liquidations/use-chain-now";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import { formatToken } from "@/lib/format";
import type { BackstopMode } from "./backstop-form";
import { exitStateOf } from "./exit-state";

const copy = backstopCopy.actions;

interface BackstopActionsProps {
  readonly market: MarketState;
  readonly state: BackstopState;
  readonly onEdit: (mode: BackstopMode) => void;
}

/** Deposit, request an exit, withdraw while the window is open, or stay. */
export function BackstopActions({ market, state, onEdit }: BackstopActionsProps) {
  const { owner, watching } = useOwner();
  const wallet = useWallet();
  const { chainId } = useDeployment();
  const now = useChainNow();
  if (watching) return null;
  if (owner === undefined) {
    return (
      <Button className="justify-self-start max-tablet:h-11" onClick={() => wallet.connect()}>
        {copy.connect}
      </Button>
    );
  }
  const quote = market.assets[state.quote] as AssetState;
  const { stake } = state;
  const exit = exitStateOf(stake, now);
  const by = { owner, chainId };
  const free = stake === undefined ? 0n : stake.shares - stake.waiting;
  return (
    <div className="flex flex-wrap gap-2 max-tablet:grid">
      <Button
        variant="primary"
        className="max-tablet:h-11"
        disabled={!state.pricesUp}
        onClick={() => onEdit("deposit")}
      >
        {copy.deposit}
      </Button>
      {exit.type === "open" && (
        <Button
          className="max-tablet:h-11"
          disabled={(stake?.redeemable ?? 0n) === 0n}
          onClick={() => openReview({ type: "backstopRedeem", market: market.id }, by)}
        >
          {copy.redeem(formatToken(redeemableAssets(state), quote))}
        </Button>
      )}
      <Button
        className="max-tablet:h-11"
        disabled={free === 0n && exit.type === "none"}
        onClick={() => onEdit("request")}
      >
        {copy.request}
      </Button>
      {exit.type !== "none" && (
        <Button
          className="max-tablet:h-11"
          onClick={() => openReview({ type: "backstopCancel", market: market.id }, by)}
        >
          {copy.cancel}
        </Button>
      )}
    </div>
  );
}

/** What of the waiting shares may leave now [quote units]. */
function redeemableAssets({ stake }: BackstopState): bigint {
  if (stake === undefined || stake.waiting === 0n) return 0n;
  return (stake.waitingAssets * stake.redeemable) / stake.waiting;
}
