"use client";

import { marketOf, type Position } from "@gimbal/sdk";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { positionsCopy } from "@/content/positions";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { formatAge } from "@/lib/format";
import { fingerprintOf, useHistories } from "../use-trades";
import { lastLiquidation, tradeView } from "./trade-view";
import { useBlockTimes } from "./use-block-times";
import { useSeenAccounts } from "./use-seen-accounts";

/** How long a liquidation stays in view [seconds of the chain]. */
const SHOWN_FOR = 3_600;

const copy = positionsCopy.liquidated;

/** Positions that were liquidated a short while ago, in whole or in part. */
export function LiquidationNotices({ positions }: { readonly positions: readonly Position[] | undefined }) {
  const snapshot = dataOf(useSnapshot());
  const seen = useSeenAccounts(positions);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const histories = useHistories(
    seen.map(({ account, market, base }) => ({
      account,
      market,
      base,
      fingerprint: fingerprintOf(positions?.find((position) => position.account === account)),
    })),
  );
  const recent = histories.flatMap(({ data }) => lastLiquidation(data) ?? []);
  const times = useBlockTimes(recent.map(({ blockNumber }) => blockNumber));
  if (snapshot === undefined) return null;

  const shown = recent.filter((trade) => {
    const time = times.get(trade.blockNumber);
    // in an account with several assets each history has what happened to the others, without a size
    const isOther = trade.size === 0n && marketOf(snapshot, trade.market).deployed.kind === "cross";
    if (isOther) return false;
    const isFresh = time === undefined || snapshot.timestamp - time < SHOWN_FOR;
    return isFresh && !dismissed.has(trade.transactionHash);
  });
  return shown.map((trade) => {
    const time = times.get(trade.blockNumber);
    const age = formatAge(time === undefined ? undefined : Number(snapshot.timestamp - time));
    const { name, sold } = tradeView(trade, snapshot);
    const isOpen =
      positions?.some(
        ({ account, base, size }) => account === trade.account && base.index === trade.base && size > 0n,
      ) ?? false;
    return (
      <div
        key={`${trade.transactionHash}:${trade.base}`}
        data-slot="liquidation-notice"
        data-account={trade.account}
      >
        <Banner
          tone="bad"
          title={isOpen ? copy.part(name, age) : copy.whole(name, age)}
          bleed
          action={
            <Button size="xs" onClick={() => setDismissed(new Set([...dismissed, trade.transactionHash]))}>
              {copy.dismiss}
            </Button>
          }
        >
          {sold}
        </Banner>
      </div>
    );
  });
}
