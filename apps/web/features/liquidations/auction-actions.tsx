"use client";

import { accountOwner, type Seconds, type Snapshot } from "@gimbal/sdk";
import dynamic from "next/dynamic";
import { useState } from "react";
import { isAddressEqual } from "viem";
import { Button } from "@/components/ui/button";
import { liquidationsCopy } from "@/content/liquidations";
import { useDeployment } from "@/features/data/runtime-context";
import type { Intent } from "@/features/transaction/intent";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import { formatAddress, formatToken } from "@/lib/format";
import type { AuctionView, Bid } from "./auction-view";

const copy = liquidationsCopy.auctions;

const PartDialog = dynamic(() => import("./part-dialog").then((module) => module.PartDialog), { ssr: false });

interface AuctionActionsProps {
  readonly view: AuctionView;
  readonly bid: Bid;
  readonly snapshot: Snapshot;
  /** Time of the chain. */
  readonly now: Seconds;
}

/** The bid with own capital, the bid without, and the start of the clock. */
export function AuctionActions({ view, bid, snapshot, now }: AuctionActionsProps) {
  const [isPart, setIsPart] = useState(false);
  const { owner, watching } = useOwner();
  const wallet = useWallet();
  const { chainId, contracts } = useDeployment();
  if (watching) return null;
  const { key, market, name, quote, debt, curve } = view;
  const who = formatAddress(accountOwner(key));
  if (owner === undefined) {
    return (
      <Foot>
        <Button className="flex-1 max-tablet:h-11" onClick={() => wallet.connect()}>
          {copy.connect}
        </Button>
      </Foot>
    );
  }
  if (isAddressEqual(accountOwner(key), owner)) {
    return <p className="mt-auto px-4 pb-4 text-12 text-soft">{copy.own}</p>;
  }
  const review = (intent: Intent) => openReview(intent, { owner, chainId });
  const take = (capital: "own" | "flash") =>
    review({
      type: "take",
      market: market.id,
      account: key,
      collateralAsset: quote.collateralAsset,
      debtAsset: quote.debtAsset,
      maxRepaid: "max",
      capital,
    });
  const amount = formatToken(bid.paid, debt, "up");
  const isEmpty = bid.seized === 0n;
  return (
    <div className="mt-auto grid gap-2 px-4 pb-4">
      {curve.startedAt === 0n && (
        <div className="grid gap-2">
          <p className="text-12 text-fg-3">{copy.startAbout}</p>
          <Button
            className="max-tablet:h-11"
            aria-label={copy.startLabel(name, who)}
            onClick={() => review({ type: "mark", market: market.id, accounts: [key] })}
          >
            {copy.start}
          </Button>
        </div>
      )}
      <Button
        variant="primary"
        className="max-tablet:h-11"
        data-slot="take"
        aria-label={copy.takeLabel(name, who, amount)}
        disabled={isEmpty}
        onClick={() => take("own")}
      >
        {copy.take(amount)}
      </Button>
      <div className="flex gap-2 max-tablet:flex-col">
        {contracts.liquidationTaker !== undefined && (
          <Button
            className="flex-1 max-tablet:h-11 max-tablet:flex-none"
            data-slot="take-flash"
            aria-label={copy.flashLabel(name, who)}
            disabled={isEmpty || bid.flashProfit === undefined || bid.flashProfit <= 0n}
            onClick={() => take("flash")}
          >
            {copy.flash}
          </Button>
        )}
        <Button
          className="flex-1 max-tablet:h-11 max-tablet:flex-none"
          data-slot="take-part"
          aria-label={copy.partLabel(name, who)}
          disabled={isEmpty}
          onClick={() => setIsPart(true)}
        >
          {copy.part}
        </Button>
      </div>
      {isPart && (
        <PartDialog
          view={view}
          snapshot={snapshot}
          now={now}
          onClose={() => setIsPart(false)}
          onReopen={() => setIsPart(true)}
        />
      )}
    </div>
  );
}

function Foot({ children }: { readonly children: React.ReactNode }) {
  return <div className="mt-auto flex px-4 pb-4">{children}</div>;
}
