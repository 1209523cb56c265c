"use client";

import type { AssetState, BackstopState, MarketState } from "@gimbal/sdk";
import { Banner } from "@/components/ui/banner";
import { backstopCopy } from "@/content/backstop";
import { useChainNow } from "@/features/liquidations/use-chain-now";
import { formatAge, formatToken } from "@/lib/format";
import { exitStateOf } from "./exit-state";

const copy = backstopCopy.exit;

interface BackstopExitProps {
  readonly market: MarketState;
  readonly state: BackstopState;
}

/** How to leave, and where the owner's exit stands. */
export function BackstopExit({ market, state }: BackstopExitProps) {
  const now = useChainNow();
  const quote = market.assets[state.quote] as AssetState;
  const exit = exitStateOf(state.stake, now);
  return (
    <section data-slot="backstop-exit" data-exit={exit.type} className="grid gap-2">
      {!state.pricesUp && <Banner tone="warning" title={copy.paused} />}
      {exit.type !== "none" && (
        <Banner tone="info" title={copy.waiting(formatToken(state.stake?.waitingAssets, quote))}>
          {exit.type === "waiting" ? copy.opens(formatAge(exit.left)) : copy.open(formatAge(exit.left))}
          {exit.type === "open" &&
            state.exitsLimited &&
            ` ${copy.limited(formatToken(state.exitRoom, quote))}`}
        </Banner>
      )}
      <p className="text-12 text-fg-3 leading-[1.45]">
        {copy.about(formatAge(Number(state.cooldown)), formatAge(Number(state.window)))}
      </p>
    </section>
  );
}
