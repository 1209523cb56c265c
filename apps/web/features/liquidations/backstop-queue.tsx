"use client";

import { accountOwner, type MarketState, type Snapshot } from "@gimbal/sdk";
import { type Address, zeroAddress } from "viem";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { liquidationsCopy } from "@/content/liquidations";
import { dataOf } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { useBackstop } from "@/features/earn/backstop/use-backstop";
import { marketTitle } from "@/features/market/market-title";
import type { Intent } from "@/features/transaction/intent";
import { openReview } from "@/features/transaction/transaction-store";
import { usdOf } from "@/features/transaction/usd";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatUsdCompact } from "@/lib/format";
import type { AuctionView } from "./auction-view";
import { QueueTitle } from "./queue-title";

const copy = liquidationsCopy.queue;

export interface BackstopQueueProps {
  readonly snapshot: Snapshot;
  /** The market on screen; undefined for all. */
  readonly market: MarketState | undefined;
  readonly auctions: readonly AuctionView[];
  readonly backstops: ReadonlyMap<number, Address | null>;
}

/** What the backstop can still take over, and what waits for it. */
export function BackstopQueue({ auctions, backstops, snapshot, market }: BackstopQueueProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const due = auctions.filter(({ quote, market }) => quote.backstopDue && backstops.get(market.id));
  const vaults = [...backstops].filter(([id, vault]) => vault !== null && (market?.id ?? id) === id);
  const hasAny = vaults.length > 0;
  return (
    <section data-slot="backstop-queue">
      <QueueTitle>{copy.backstop}</QueueTitle>
      <ul className="mb-1">
        {vaults.map(([id, address]) => (
          <VaultLine
            key={id}
            market={snapshot.markets.find((one) => one.id === id)}
            address={address ?? zeroAddress}
          />
        ))}
      </ul>
      <p className="text-12 text-fg-3 leading-[1.45]">
        {!hasAny ? copy.backstopNone : due.length === 0 ? copy.backstopAfter : copy.backstopDue}
      </p>
      <ul>
        {due.map((auction) => (
          <li key={auction.key} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block font-mono">{formatAddress(accountOwner(auction.key))}</span>
              <span className="text-12 text-fg-3">{auction.name}</span>
            </span>
            {owner === undefined || watching ? (
              <Chip tone="accent">{copy.due}</Chip>
            ) : (
              <Button
                size="sm"
                aria-label={copy.absorbLabel(auction.name, formatAddress(accountOwner(auction.key)))}
                onClick={() => openReview(takeOverOf(auction, backstops), { owner, chainId })}
              >
                {copy.absorb}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VaultLineProps {
  readonly market: MarketState | undefined;
  readonly address: Address;
}

/** What one vault can still spend. */
function VaultLine({ market, address }: VaultLineProps) {
  const state = dataOf(useBackstop(market && { market: market.id, address }));
  if (market === undefined) return null;
  const cash = state && usdOf(state.cash, market.assets[state.quote]);
  return (
    <li data-vault={market.slug} className="flex justify-between gap-3 py-0.5">
      <span className="text-fg-2">{marketTitle(market.deployed)}</span>
      <span>{copy.backstopFree(formatUsdCompact(cash))}</span>
    </li>
  );
}

function takeOverOf({ key, market, quote }: AuctionView, backstops: BackstopQueueProps["backstops"]): Intent {
  return {
    type: "takeOver",
    market: market.id,
    account: key,
    backstop: backstops.get(market.id) ?? zeroAddress,
    collateralAsset: quote.collateralAsset,
    debtAsset: quote.debtAsset,
  };
}
