import type { Position } from "@gimbal/sdk";
import { WAD } from "@gimbal/sdk";
import { tradeCopy } from "@/content/trade";
import type { ChartLines } from "@/features/trade/trade-store";
import { formatDistance, formatLiquidationPrice, formatPrice } from "@/lib/format";
import { warningPrice } from "@/lib/warning-price";

export type LevelKind = "now" | "entry" | "warning" | "liquidation" | "liquidationNow";

/** A price that the chart marks. */
export interface Level {
  readonly kind: LevelKind;
  /** [USD wad] */
  readonly price: bigint;
  /** The price as text. */
  readonly tag: string;
  /** What stands on the line; the short one on a phone. */
  readonly label: string | undefined;
  readonly shortLabel: string | undefined;
}

export interface LevelsParameters {
  readonly price: bigint | undefined;
  readonly position: ChartLines | undefined;
  readonly preview: ChartLines | undefined;
}

/** What the chart draws, by meaning: the trade under preview first, the open position otherwise. */
export function levelsOf({ price, position, preview }: LevelsParameters): readonly Level[] {
  const shown = preview ?? position;
  const { tags, shortTags } = tradeCopy.chart;
  const levels: Level[] = [];
  const add = (
    kind: LevelKind,
    value: bigint | null | undefined,
    tag: string,
    label?: string,
    short?: string,
  ) => {
    if (value === undefined || value === null) return;
    levels.push({ kind, price: value, tag, label, shortLabel: short });
  };

  const entry = shown?.entry ?? position?.entry;
  add("entry", entry, formatPrice(entry), tags.entry, shortTags.entry);
  add("warning", shown?.warning, formatPrice(shown?.warning), tags.warning, shortTags.warning);

  const liquidation = shown?.liquidation;
  const tag = formatLiquidationPrice(liquidation, shown?.side);
  if (preview !== undefined && typeof liquidation === "bigint") {
    const distance = price === undefined || price === 0n ? undefined : (liquidation * WAD) / price - WAD;
    const text = formatDistance(distance);
    add("liquidation", liquidation, tag, tags.liquidationAfter(text), shortTags.liquidationAfter(text));
  } else {
    add("liquidation", liquidation, tag, tags.liquidation, shortTags.liquidation);
  }
  const standing = position?.liquidation;
  if (preview !== undefined && typeof standing === "bigint" && standing !== liquidation) {
    const text = formatLiquidationPrice(standing, position?.side);
    add("liquidationNow", standing, text, tags.liquidationNow, shortTags.liquidationNow);
  }
  add("now", price, formatPrice(price));
  return levels;
}

/** Lines of an open position, as far as the snapshot knows them. */
export function linesOf(position: Position, entry: bigint | undefined): ChartLines {
  return {
    side: position.side ?? "long",
    entry,
    warning: warningPrice(position),
    liquidation: position.liquidationPrice,
  };
}
