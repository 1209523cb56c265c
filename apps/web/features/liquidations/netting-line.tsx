"use client";

import { accountOwner, type Seconds } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { liquidationsCopy } from "@/content/liquidations";
import { useDeployment } from "@/features/data/runtime-context";
import type { Intent } from "@/features/transaction/intent";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatCountdown, formatShare, formatToken } from "@/lib/format";
import type { AccountView, AuctionView } from "./auction-view";
import { counterpartiesOf, debtShare, NETTING_DELAY, nettingThreshold, untilAge } from "./queue";
import { useChainNow } from "./use-chain-now";

const copy = liquidationsCopy.queue;

interface NettingLineProps {
  readonly auction: AuctionView;
  readonly views: readonly AccountView[];
}

/** One auction, and who could be closed against it. */
export function NettingLine({ auction, views }: NettingLineProps) {
  const now = useChainNow();
  const [first] = counterpartiesOf(auction, views);
  const { name, key, collateral } = auction;
  const amount = first === undefined ? "" : formatToken(first.amount, collateral);
  return (
    <li
      data-netting={key}
      className="flex items-center justify-between gap-3 border-line border-t py-2 first:border-t-0"
    >
      <span className="min-w-0">
        <span className="block font-mono">{formatAddress(accountOwner(key))}</span>
        <span className="text-12 text-fg-3">
          {first === undefined ? copy.nobody(name) : copy.amount(name, amount)}
        </span>
      </span>
      {first !== undefined && (
        <NettingState auction={auction} counterparty={first} now={now} amount={amount} />
      )}
    </li>
  );
}

interface NettingStateProps {
  readonly auction: AuctionView;
  readonly counterparty: ReturnType<typeof counterpartiesOf>[number];
  readonly now: Seconds;
  readonly amount: string;
}

/** When the pair may be netted, or the press that does it. */
function NettingState({ auction, counterparty, now, amount }: NettingStateProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const { key, market, quote, name, curve, collateral } = auction;
  const threshold = nettingThreshold(now - curve.startedAt - NETTING_DELAY);
  const isEligible = counterparty.isOptedIn || (debtShare(counterparty.view) ?? 0n) >= threshold;
  const isDue = counterparty.isOptedIn || quote.nettingDue;
  if (!isDue) {
    const left = untilAge(auction, NETTING_DELAY, now);
    return (
      <span className="whitespace-nowrap text-fg-2">
        {left === undefined ? copy.noClock : copy.starts(formatCountdown(left))}
      </span>
    );
  }
  if (!isEligible) return <Chip>{copy.waiting(collateral.symbol, formatShare(threshold))}</Chip>;
  if (owner === undefined || watching) return <Chip tone="accent">{copy.due}</Chip>;
  const intent: Intent = {
    type: "net",
    market: market.id,
    account: key,
    counterparty: counterparty.view.key,
    collateralAsset: quote.collateralAsset,
    debtAsset: quote.debtAsset,
  };
  return (
    <Button
      size="sm"
      aria-label={copy.netLabel(name, amount)}
      onClick={() => openReview(intent, { owner, chainId })}
    >
      {copy.net(amount)}
    </Button>
  );
}
