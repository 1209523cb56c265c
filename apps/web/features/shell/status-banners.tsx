"use client";

import dynamic from "next/dynamic";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { common } from "@/content/common";
import { shellCopy } from "@/content/shell";
import { useDataStatus } from "@/features/data/use-data-status";
import { useRefresh } from "@/features/data/watcher";
import { NetworkBanner } from "@/features/wallet/network-banner";
import { WatchBanner } from "@/features/watch/watch-banner";
import { formatAge, formatBlock, formatClockSeconds } from "@/lib/format";

const LateBanners = dynamic(() => import("./late-banners").then((module) => module.LateBanners), {
  ssr: false,
});

const copy = shellCopy.banners;

/** States of the whole page, under the top bar. What can be read stays in view. */
export function StatusBanners() {
  return (
    <div data-slot="status-banners" className="shrink-0">
      <DataBanner />
      <LateBanners />
      <NetworkBanner />
      <WatchBanner />
    </div>
  );
}

function DataBanner() {
  const status = useDataStatus();
  const refresh = useRefresh();
  const retry = (
    <Button size="sm" onClick={() => void refresh()}>
      {common.retry}
    </Button>
  );
  if (status.status === "error") {
    return (
      <Banner bleed tone="bad" title={copy.lost} action={retry}>
        {copy.neverConnected(status.attempt)}
      </Banner>
    );
  }
  if (status.status !== "stale") return null;
  return status.reason === "connection" ? (
    <Banner bleed tone="bad" title={copy.lost} action={retry}>
      {copy.lostBody(status.attempt, formatClockSeconds(status.since))}
    </Banner>
  ) : (
    <Banner bleed tone="warning" title={copy.stalled(formatAge(status.age))} action={retry}>
      {copy.stalledBody(formatBlock(status.block))}
    </Banner>
  );
}
