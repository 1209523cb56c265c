"use client";

import { cx } from "class-variance-authority";
import { Button } from "@/components/ui/button";
import { demoCopy } from "@/content/demo";
import type { PoolLiquidity } from "./control";
import type { Control } from "./use-control";
import { usePoolLiquidity } from "./use-pool-liquidity";

const copy = demoCopy.liquidity;

interface LiquidityToggleProps extends Control {
  /** Base asset whose pool it is. */
  readonly asset: string;
}

/** Takes the liquidity out of a pool, and puts it back; says where it is. */
export function LiquidityToggle({ asset, run, pending }: LiquidityToggleProps) {
  const side = usePoolLiquidity(asset);
  const target: PoolLiquidity = side === "out" ? "in" : "out";
  return (
    <span className="flex items-center gap-2" data-slot="pool-liquidity" data-side={side ?? "unknown"}>
      <span className="text-fg-3">
        {copy.label(asset)}{" "}
        <span className={cx(side === "out" ? "font-medium text-soft" : "text-fg-2")}>
          {side === undefined ? copy.unknown : copy.sides[side]}
        </span>
      </span>
      <Button
        size="xs"
        aria-label={copy.action[target](asset)}
        disabled={pending || side === undefined}
        onClick={() =>
          run({
            command: { path: "/liquidity", body: { asset, liquidity: target } },
            done: { title: copy.done[target](asset), detail: copy.doneDetail[target] },
          })
        }
      >
        {copy.press[target]}
      </Button>
    </span>
  );
}
