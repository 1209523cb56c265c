"use client";

import type { Position } from "@gimbal/sdk";
import { useMemo } from "react";
import { dataOf } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { keyOf } from "@/features/positions/order";
import { useOpenPositions } from "@/features/positions/use-open-positions";
import { type ChartLines, type MarginMode, useTradeStore } from "@/features/trade/trade-store";
import { linesOf } from "./levels";

/** Lines of the position on screen and of the one the ticket previews. */
export function useChartLines(slug: string): {
  position: ChartLines | undefined;
  preview: ChartLines | undefined;
} {
  const side = useTradeStore((state) => state.side);
  const margin = useTradeStore((state) => state.margin);
  const preview = useTradeStore((state) => state.previewLines);
  const entries = useTradeStore((state) => state.entries);
  const positions = dataOf(useOpenPositions().positions);
  const token = useDeployment().markets.find((market) => market.slug === slug)?.assets[1]?.address;
  const open = positions && openPosition(positions, token, margin, side);
  const entry = open && entries[keyOf(open)];
  const position = useMemo(() => open && linesOf(open, entry), [open, entry]);
  return { position, preview };
}

/** The position in an asset: the one of the ticket's margin and side, else another. */
function openPosition(
  positions: readonly Position[],
  token: string | undefined,
  margin: MarginMode,
  side: string,
): Position | undefined {
  const here = positions.filter((position) => position.base.token === token && position.side !== undefined);
  const own = here.filter(({ market }) => market.deployed.kind === margin);
  return [...own, ...here].find((position) => position.side === side) ?? own[0] ?? here[0];
}
