"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { watchCopy as copy } from "@/content/watch";
import { formatAddress } from "@/lib/format";
import { share } from "./share";
import { useWatch } from "./use-watch";

/** Whose account this is, the link to it, and the way back. */
export function WatchBanner() {
  const { param, turnTo } = useWatch();
  if (param.type === "none") return null;
  const exit = (
    <Button size="sm" onClick={() => turnTo(undefined)}>
      {copy.exit}
    </Button>
  );
  if (param.type === "invalid") {
    return (
      <Banner bleed tone="warning" title={copy.invalid} action={exit}>
        {copy.faults[param.fault]}.
      </Banner>
    );
  }
  return (
    <div data-slot="watch-banner" data-address={param.address}>
      <Banner
        bleed
        tone="info"
        title={copy.title(formatAddress(param.address))}
        action={
          <span className="flex shrink-0 gap-1.5">
            <Button size="sm" className="max-tablet:hidden" onClick={() => void share(window.location.href)}>
              {copy.copyLink}
            </Button>
            {exit}
          </span>
        }
      >
        <span className="max-tablet:hidden">{copy.body}</span>
      </Banner>
    </div>
  );
}
