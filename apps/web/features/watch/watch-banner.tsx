"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { watchCopy as copy } from "@/content/watch";
import { formatAddress } from "@/lib/format";
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
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    notify({ kind: "done", title: copy.copied, detail: window.location.href });
  };
  return (
    <div data-slot="watch-banner" data-address={param.address}>
      <Banner
        bleed
        tone="info"
        title={copy.title(formatAddress(param.address))}
        action={
          <span className="flex shrink-0 gap-1.5">
            <Button size="sm" className="max-tablet:hidden" onClick={() => void copyLink()}>
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
