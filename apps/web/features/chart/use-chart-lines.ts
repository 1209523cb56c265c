"use client";

import type { Position } from "@gimbal/sdk";
import { useMemo } from "react";
import { dataOf } from "@/features/data/loadable";
import { useAccountPositions } from "@/features/data/use-snapshot";
import { type ChartLines, useTradeStore } from "@/features/trade/trade-store";
import { linesOf } from "./levels";

/** Lines of the position on screen and of the one the ticket previews. */
export function useChartLines(slug: string): {
  position: ChartLines | undefined;
  preview: ChartLines | undefined;
} {
  const side = useTradeStore((state) => state.side);
  const preview = useTradeStore((state) => state.previewLines);
  const entries = useTradeStore((state) => state.entries);
  const positions = dataOf(useAccountPositions());
  const open = positions && openPosition(positions, slug, side);
  const entry = open && entries[open.account];
  const position = useMemo(() => open && linesOf(open, entry), [open, entry]);
  return { position, preview };
}

/** The position of a market: the one on the side of the ticket, else the other. */
function openPosition(positions: readonly Position[], slug: string, side: string): Position | undefined {
  const here = positions.filter((position) => position.market.slug === slug && position.side !== undefined);
  return here.find((position) => position.side === side) ?? here[0];
}
