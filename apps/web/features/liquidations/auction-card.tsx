"use client";

import { accountOwner, type Snapshot } from "@gimbal/sdk";
import { Gauge } from "@/components/gauge/gauge";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Explain } from "@/components/ui/explain";
import { liquidationsCopy } from "@/content/liquidations";
import { usdOf } from "@/features/transaction/usd";
import { Value } from "@/features/transaction/value";
import {
  formatAddress,
  formatClockSeconds,
  formatCountdown,
  formatHealth,
  formatPrice,
  formatResult,
  formatShare,
  formatToken,
  formatUsdWhole,
} from "@/lib/format";
import { softHealthOf } from "@/lib/zones";
import { AuctionActions } from "./auction-actions";
import { AuctionCurve } from "./auction-curve";
import { type AuctionView, type Bid, bidAt } from "./auction-view";
import { toNextStep } from "./curve";
import { type ChainClock, NEXT_BLOCK, useChainClock } from "./use-chain-now";

const copy = liquidationsCopy.auctions;

interface AuctionCardProps {
  readonly view: AuctionView;
  readonly snapshot: Snapshot;
}

/** One auction: where its price stands, what a bid comes to, and the bid. */
export function AuctionCard({ view, snapshot }: AuctionCardProps) {
  const clock = useChainClock();
  const { now } = clock;
  const bid = bidAt(view, snapshot, now);
  const { name, position, collateral, key } = view;
  const isBought = collateral.index === position.base.index;
  return (
    <article
      data-slot="auction"
      data-account={key}
      data-started={view.curve.startedAt > 0n}
      aria-label={`${name}, ${formatAddress(accountOwner(key))}`}
      className="flex min-w-0 flex-col rounded-3 border border-line bg-panel"
    >
      <Head view={view} clock={clock} />
      <p className="flex flex-wrap items-baseline gap-x-2.5 px-4 pt-3.5 pb-1.5">
        <Value name="discount" raw={bid.discount} className="font-semibold text-28 tracking-[-0.03em]">
          {formatShare(bid.discount)}
        </Value>
        <span className="text-fg-2">
          {bid.discount === 0n ? copy.atOracle : isBought ? copy.below : copy.above}
        </span>
      </p>
      <div className="px-4">
        <AuctionCurve name={name} curve={view.curve} now={now} discount={bid.discount} />
        <p data-slot="price-time" className="pt-1 text-12 text-fg-3">
          {clock.isWaiting
            ? copy.standing(formatClockSeconds(Number(now - NEXT_BLOCK)))
            : copy.asOf(formatClockSeconds(Number(now)))}
        </p>
      </div>
      <Amounts view={view} bid={bid} />
      <AuctionActions view={view} bid={bid} snapshot={snapshot} now={now} />
    </article>
  );
}

function Head({ view, clock }: { readonly view: AuctionView; readonly clock: ChainClock }) {
  const { position, name, key, debtValue, curve, collateral } = view;
  const step = toNextStep(curve, clock.now);
  // nobody knows when the next block comes
  const next = clock.isWaiting ? undefined : step;
  const ended = curve.startedAt === 0n ? copy.notStarted : curve.stopped ? copy.stopped : copy.atBound;
  const state = step === undefined ? ended : copy.waits;
  return (
    <header className="flex items-center gap-3 px-4 pt-3">
      <Gauge health={position.health} soft={softHealthOf(collateral)} size={48} />
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap gap-x-2 font-semibold">
          {name}
          <span className="font-mono font-normal text-fg-3">{formatAddress(accountOwner(key))}</span>
        </h2>
        <p className="text-12 text-fg-3">
          {copy.health}{" "}
          <Value name="health" raw={position.health} className="font-semibold text-auction">
            {formatHealth(position.health)}
          </Value>
          , {copy.debt} {formatUsdWhole(debtValue)}
        </p>
      </div>
      <p className="text-right">
        {next !== undefined && (
          <span data-slot="countdown" className="block font-semibold text-20 tracking-figure">
            {formatCountdown(next)}
          </span>
        )}
        <span className="text-12 text-fg-3">{next === undefined ? state : copy.toNext}</span>
      </p>
    </header>
  );
}

function Amounts({ view, bid }: { readonly view: AuctionView; readonly bid: Bid }) {
  const { collateral, debt, position, quote } = view;
  const isBought = collateral.index === position.base.index;
  const oracle = position.base.price.mid === 0n ? undefined : position.base.price.mid;
  const seizedValue = usdOf(bid.seized, collateral);
  const isCut =
    quote.room === 0n || (seizedValue !== undefined && quote.room < seizedValue + seizedValue / 100n);
  return (
    <div className="grid gap-2 px-4 py-3">
      <DefinitionList>
        <Definition term={isBought ? copy.buyAt : copy.sellAt}>
          <Value name="price" raw={bid.price}>
            {formatPrice(bid.price)}
          </Value>{" "}
          <span className="text-fg-3">{copy.oracle(formatPrice(oracle))}</span>
        </Definition>
        <Definition term={copy.repay}>
          <Value name="paid" raw={bid.paid}>
            {formatToken(bid.paid, debt, "up")}
          </Value>
        </Definition>
        <Definition term={copy.receive}>
          <Value name="seized" raw={bid.seized}>
            {formatToken(bid.seized, collateral)}
          </Value>
        </Definition>
        <Definition term={<Explain term={copy.profit}>{copy.profitAbout}</Explain>}>
          <Profit name="profit" value={bid.profit} />
        </Definition>
        <Definition term={copy.flashProfit}>
          <Profit name="flashProfit" value={bid.flashProfit} />
        </Definition>
      </DefinitionList>
      {isCut && (
        <p data-slot="throttle-note" className="text-12 text-soft">
          {quote.room === 0n ? copy.exhausted : copy.throttled(formatUsdWhole(quote.room))}
        </p>
      )}
    </div>
  );
}

function Profit({ name, value }: { readonly name: string; readonly value: bigint | undefined }) {
  const tone = value === undefined || value === 0n ? undefined : value > 0n ? "text-gain" : "text-loss";
  return (
    <Value name={name} raw={value} className={tone}>
      {formatResult(value)}
    </Value>
  );
}
