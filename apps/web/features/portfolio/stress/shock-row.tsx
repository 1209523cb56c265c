"use client";

import { WAD } from "@gimbal/sdk";
import { useState } from "react";
import { portfolioCopy } from "@/content/portfolio";
import { formatMove } from "@/lib/format";
import { MOVE_LIMIT, parseMove } from "./scenarios";
import { ShockSlider } from "./shock-slider";

const copy = portfolioCopy.stress;

interface ShockRowProps {
  readonly symbol: string;
  /** [percent] */
  readonly move: number;
  readonly onChange: (move: number) => void;
}

export const moveText = (move: number) => formatMove((BigInt(move) * WAD) / 100n);

/** One asset's supposed move, by slider or by number. */
export function ShockRow({ symbol, move, onChange }: ShockRowProps) {
  const [typed, setTyped] = useState<string>();
  const commit = () => {
    const parsed = typed === undefined ? undefined : parseMove(typed);
    if (parsed !== undefined) onChange(parsed);
    setTyped(undefined);
  };
  return (
    <div data-slot="shock" data-symbol={symbol} data-move={move} className="flex items-center gap-3">
      <span className="w-11 shrink-0 font-medium">{symbol}</span>
      <ShockSlider
        label={copy.slider(symbol)}
        min={-MOVE_LIMIT}
        max={MOVE_LIMIT}
        origin={0}
        value={move}
        onChange={onChange}
        valueText={moveText(move)}
      />
      <input
        aria-label={copy.field(symbol)}
        value={typed ?? moveText(move)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
        className="h-7 w-[68px] shrink-0 rounded-2 border border-line-control bg-inset px-2 text-right outline-none focus:border-accent focus:outline focus:outline-1 focus:outline-accent max-tablet:h-11 max-tablet:text-16"
      />
    </div>
  );
}
