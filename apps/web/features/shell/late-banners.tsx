"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { shellCopy } from "@/content/shell";
import { useRuntime } from "@/features/data/runtime-context";
import { useRpc } from "@/features/rpc/rpc-store";
import { useIsOutdated } from "./use-is-outdated";

const copy = shellCopy.banners;

/** States that a page is never in at its start, so that their words and checks load after it. */
export function LateBanners() {
  return (
    <>
      <OutdatedBanner />
      <EndpointBanner />
    </>
  );
}

function OutdatedBanner() {
  if (!useIsOutdated()) return null;
  return (
    <div data-slot="outdated">
      <Banner
        bleed
        tone="warning"
        title={copy.outdated}
        action={
          <Button size="sm" onClick={() => window.location.reload()}>
            {copy.reload}
          </Button>
        }
      >
        {copy.outdatedBody}
      </Banner>
    </div>
  );
}

/** The numbers come from elsewhere than usual: they are right, and may come later. */
function EndpointBanner() {
  const { rpcUrls } = useRuntime();
  const current = useRpc((state) => state.current);
  const url = rpcUrls[current];
  if (current === 0 || url === undefined) return null;
  return (
    <div data-slot="endpoint" data-url={url}>
      <Banner bleed tone="info" title={copy.elsewhere(hostOf(url))}>
        {copy.elsewhereBody(hostOf(rpcUrls[0]))}
      </Banner>
    </div>
  );
}

/** Paths and queries of endpoints carry keys. */
function hostOf(url: string): string {
  return new URL(url).host;
}
