"use client";

import { useMemo } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { common } from "@/content/common";
import { portfolioCopy as copy } from "@/content/portfolio";
import { walletCopy } from "@/content/wallet";
import { watchCopy } from "@/content/watch";
import { AlertsButton } from "@/features/alerts/alerts-button";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { useVaults } from "@/features/earn/vault/use-vaults";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import { AppLink } from "@/features/watch/app-link";
import { share } from "@/features/watch/share";
import { WatchButton } from "@/features/watch/watch-button";
import { watchedHref } from "@/features/watch/watch-param";
import { formatAddress } from "@/lib/format";
import { HistoryPanel } from "./history/history-panel";
import { PortfolioBody } from "./portfolio-body";
import { PortfolioSkeleton } from "./portfolio-skeleton";
import { type PortfolioView, portfolioViewOf } from "./portfolio-view";
import { usePortfolioHistory } from "./use-portfolio-history";

/** Everything an owner has in all markets, what it came from, and what a crash would do to it. */
export function PortfolioScreen() {
  const { owner } = useOwner();
  const loaded = useSnapshot();
  const snapshot = dataOf(loaded);
  const isOwn = owner !== undefined && snapshot?.owner?.toLowerCase() === owner.toLowerCase();
  const vaults = useVaults(owner !== undefined);
  const stakes = dataOf(vaults)?.states;
  const view = useMemo(
    () => (snapshot === undefined || !isOwn ? undefined : portfolioViewOf(snapshot, stakes ?? "unknown")),
    [snapshot, isOwn, stakes],
  );
  // whoever has nothing else may still have shares of a vault
  const isOpen = vaults.status === "loading" && view?.portfolio.positions.length === 0;
  const status = owner === undefined ? "disconnected" : view === undefined ? "loading" : loaded.status;

  return (
    <div
      data-slot="portfolio"
      data-status={loaded.status === "error" ? "error" : status}
      className="grid grid-cols-1 gap-3"
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-3.5 gap-y-2">
        <h1 className="font-semibold text-20 tracking-figure">{copy.title}</h1>
        {owner !== undefined && (
          <span className="font-mono text-12 text-fg-3" title={owner}>
            {formatAddress(owner)}
          </span>
        )}
        <span className="ml-auto flex flex-wrap gap-2">
          {owner !== undefined && <AlertsButton owner={owner} />}
          {owner !== undefined && (
            <Button
              size="sm"
              data-slot="share"
              title={watchCopy.shareAbout}
              onClick={() =>
                void share(new URL(watchedHref("/portfolio", owner), window.location.origin).href)
              }
            >
              <Icon name="copy" size={14} />
              {watchCopy.share}
            </Button>
          )}
          <WatchButton size="sm" />
        </span>
      </header>
      {owner === undefined ? (
        <Disconnected />
      ) : loaded.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={loaded.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : view === undefined || (isOpen && view.portfolio.loans.length === 0) ? (
        <PortfolioSkeleton />
      ) : view.portfolio.positions.length === 0 &&
        view.portfolio.loans.length === 0 &&
        view.vaults !== "unknown" ? (
        <Nothing view={view} />
      ) : (
        <PortfolioBody key={owner} view={view} isStale={loaded.status === "stale"} />
      )}
    </div>
  );
}

function Disconnected() {
  const wallet = useWallet();
  return (
    <EmptyState
      title={copy.disconnected.title}
      action={
        <span className="inline-flex gap-2">
          <Button size="sm" variant="primary" onClick={wallet.connect}>
            {walletCopy.connect}
          </Button>
          <WatchButton size="sm" />
        </span>
      }
    >
      {copy.disconnected.body}
    </EmptyState>
  );
}

/** An account that holds nothing now may have a past. */
function Nothing({ view }: { readonly view: PortfolioView }) {
  const history = usePortfolioHistory(view.snapshot, view.vaults);
  return (
    <>
      <EmptyState
        title={copy.empty.title}
        action={
          <span className="inline-flex gap-2">
            <Button size="sm" asChild>
              <AppLink href="/trade/eth-usdc">{copy.empty.trade}</AppLink>
            </Button>
            <Button size="sm" asChild>
              <AppLink href="/earn">{copy.empty.lend}</AppLink>
            </Button>
          </span>
        }
      >
        {copy.empty.body}
      </EmptyState>
      <HistoryPanel snapshot={view.snapshot} history={history} />
    </>
  );
}
