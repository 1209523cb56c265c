"use client";

import { accountOwner, type Seconds } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { liquidationsCopy } from "@/content/liquidations";
import { useDeployment } from "@/features/data/runtime-context";
import type { Intent } from "@/features/transaction/intent";
import { openReview } from "@/features/transaction/transaction-store";
import { Value } from "@/features/transaction/value";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatCountdown, formatShare, formatToken } from "@/lib/format";
import type { AuctionView } from "./auction-view";
import type { AskedCounterparty } from "./nettings";
import { debtShare, NETTING_DELAY, nettingThreshold, untilAge } from "./queue";
import { useChainNow } from "./use-chain-now";

const copy = liquidationsCopy.queue;

interface NettingLineProps {
  readonly auction: AuctionView;
  /** Whom it could be closed against; undefined where there is nobody. */
  readonly asked: AskedCounterparty | undefined;
}

/** One auction, and who could be closed against it. */
export function NettingLine({ auction, asked }: NettingLineProps) {
  const now = useChainNow();
  const { name, key, collateral } = auction;
  const possible = asked?.quote?.refusal === undefined ? asked?.quote : undefined;
  const amount =
    asked === undefined ? "" : formatToken(possible?.moved ?? asked.counterparty.amount, collateral);
  return (
    <li
      data-netting={key}
      className="flex items-center justify-between gap-3 border-line border-t py-2 first:border-t-0"
    >
      <span className="min-w-0">
        <span className="block font-mono">{formatAddress(accountOwner(key))}</span>
        {possible === undefined ? (
          <span className="block text-12 text-fg-3">
            {asked === undefined ? copy.nobody(name) : copy.amount(name, amount)}
          </span>
        ) : (
          <Figures auction={auction} quote={possible} amount={amount} />
        )}
      </span>
      {asked !== undefined && <NettingState auction={auction} asked={asked} now={now} amount={amount} />}
    </li>
  );
}

interface FiguresProps {
  readonly auction: AuctionView;
  readonly quote: NonNullable<AskedCounterparty["quote"]>;
  readonly amount: string;
}

/** What the engine says that it would do now. */
function Figures({ auction: { name, debt }, quote, amount }: FiguresProps) {
  const terms = [
    quote.forced ? copy.forced : copy.chosen,
    ...(quote.rebate > 0n ? [copy.rebate(formatShare(quote.rebate))] : []),
  ];
  return (
    <>
      <Value name="netted" raw={quote.repaid} className="block text-12 text-fg-2">
        {copy.exact(name, amount, formatToken(quote.repaid, debt))}
      </Value>
      <span className="block text-12 text-fg-3">{terms.join(", ")}</span>
    </>
  );
}

interface NettingStateProps {
  readonly auction: AuctionView;
  readonly asked: AskedCounterparty;
  readonly now: Seconds;
  readonly amount: string;
}

/** When the pair may be netted, or the press that does it. */
function NettingState({ auction, asked: { counterparty, quote: answer }, now, amount }: NettingStateProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const { key, market, quote, name, curve, collateral } = auction;
  const isPossible = answer !== undefined && answer.refusal === undefined;
  const threshold = nettingThreshold(now - curve.startedAt - NETTING_DELAY);
  const isEligible =
    isPossible || counterparty.isOptedIn || (debtShare(counterparty.view) ?? 0n) >= threshold;
  const isDue = isPossible || counterparty.isOptedIn || quote.nettingDue;
  if (!isDue) {
    const left = untilAge(auction, NETTING_DELAY, now);
    return (
      <span className="whitespace-nowrap text-fg-2">
        {left === undefined ? copy.noClock : copy.starts(formatCountdown(left))}
      </span>
    );
  }
  if (!isEligible) return <Chip>{copy.waiting(collateral.symbol, formatShare(threshold))}</Chip>;
  if (answer?.refusal !== undefined)
    return <span className="max-w-[60%] text-right text-12 text-fg-3">{answer.refusal.shortMessage}</span>;
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
