import { type DepthRung, type TokenRisk, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { heightOf, tallestOf } from "./heights";

/** Depth of a token against what is usual; undefined where it is measured in no pool. */
export interface DepthView {
  /** Undefined while there are too few observations. */
  readonly now: Usd | undefined;
  readonly usual: Usd | undefined;
  /** How far from the usual, signed; undefined without a usual. */
  readonly change: Wad | undefined;
  readonly observedAt: bigint | undefined;
  /** What would move the price in the pools as they are, lowest move first. */
  readonly ladder: readonly (DepthRung & { readonly height: number })[];
}

export function depthOf({ depth, slowDepth, depthObservedAt, ladder }: TokenRisk): DepthView | undefined {
  if (depth === null) return undefined;
  // the chain says 0 while it has not looked often enough
  const now = depth === 0n ? undefined : depth;
  const usual = slowDepth === null || slowDepth === 0n ? undefined : slowDepth;
  const tallest = tallestOf((ladder ?? []).map(({ value }) => value));
  return {
    now,
    usual,
    change: now === undefined || usual === undefined ? undefined : ((now - usual) * WAD) / usual,
    observedAt: depthObservedAt ?? undefined,
    ladder: (ladder ?? []).map((rung) => ({ ...rung, height: heightOf(rung.value, tallest) })),
  };
}
