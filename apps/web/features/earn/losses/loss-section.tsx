"use client";

import type { Snapshot, SupplierLosses } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { lossesCopy } from "@/content/losses";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { marketTitle } from "@/features/market/market-title";
import { openReview } from "@/features/transaction/transaction-store";
import { Value } from "@/features/transaction/value";
import { useOwner } from "@/features/wallet/use-owner";
import { formatToken } from "@/lib/format";

const copy = lossesCopy;

/** Losses that were not paid back yet, reserve by reserve; nothing where there are none. */
export function LossSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const losses = useLosses()?.filter(isOpen) ?? [];
  if (losses.length === 0) return null;
  return (
    <Panel title={copy.title} data-panel="losses">
      <p className="px-4 pb-2 text-12 text-fg-3">{copy.about}</p>
      <ul>
        {losses.map((loss) => (
          <LossLine key={`${loss.market}:${loss.asset}`} loss={loss} snapshot={snapshot} />
        ))}
      </ul>
    </Panel>
  );
}

function isOpen({ outstanding, owed, claimable }: SupplierLosses): boolean {
  return outstanding > 0n || (owed ?? 0n) > 0n || (claimable ?? 0n) > 0n;
}

function useLosses(): readonly SupplierLosses[] | undefined {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner } = useOwner();
  const { data } = useQuery({
    queryKey: queryKeys.beside(chainId, "losses", owner ?? "nobody"),
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readLosses } = await import("./read");
      return readLosses(client, { deployment, owner });
    },
  });
  return data;
}

interface LossLineProps {
  readonly loss: SupplierLosses;
  readonly snapshot: Snapshot;
}

function LossLine({ loss, snapshot }: LossLineProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const market = snapshot.markets.find(({ id }) => id === loss.market);
  const asset = market?.assets[loss.asset];
  if (market === undefined || asset === undefined) return null;
  const claimable = loss.claimable ?? 0n;
  return (
    <li
      data-loss={`${market.slug}:${asset.symbol}`}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3"
    >
      <span>
        <span className="font-medium">{asset.symbol}</span>{" "}
        <span className="text-12 text-fg-3">{copy.inMarket(marketTitle(market.deployed))}</span>
      </span>
      <span className="text-fg-2">
        {copy.outstanding}{" "}
        <Value name="outstanding" raw={loss.outstanding} className="text-loss">
          {formatToken(loss.outstanding, asset, "up")}
        </Value>
      </span>
      <span className="text-fg-2">
        {copy.yours}{" "}
        <Value name="owed" raw={loss.owed} className="text-fg">
          {formatToken(loss.owed, asset)}
        </Value>
      </span>
      {owner !== undefined && !watching && claimable > 0n && (
        <Button
          size="sm"
          onClick={() =>
            openReview({ type: "claim", market: market.id, asset: asset.index }, { owner, chainId })
          }
        >
          {copy.claim(formatToken(claimable, asset))}
        </Button>
      )}
    </li>
  );
}
