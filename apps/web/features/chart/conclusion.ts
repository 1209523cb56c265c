import { WAD } from "@gimbal/sdk";
import { tradeCopy } from "@/content/trade";
import { formatDistance } from "@/lib/format";
import type { Interval } from "./candles";
import type { Level } from "./levels";

interface ConclusionParameters {
  readonly asset: string;
  readonly interval: Interval;
  readonly levels: readonly Level[];
}

/** The chart in one sentence or two. */
export function conclusionOf({ asset, interval, levels }: ConclusionParameters): string {
  const copy = tradeCopy.chart.conclusion;
  const find = (kind: Level["kind"]) => levels.find((level) => level.kind === kind);
  const now = find("now");
  const liquidation = find("liquidation");
  const entry = find("entry");
  const warning = find("warning");
  const sentences = [copy.price(asset, spokenOf(interval), now?.tag ?? "unknown")];
  if (entry !== undefined) sentences.push(copy.entry(entry.tag));
  if (warning !== undefined) sentences.push(copy.warning(warning.tag));
  if (liquidation !== undefined && now !== undefined && now.price > 0n) {
    const distance = formatDistance((liquidation.price * WAD) / now.price - WAD);
    sentences.push(copy.liquidation(liquidation.tag, distance));
  }
  return sentences.join(" ");
}

/** The length of a candle in words: assistive technology reads `1 m` as a metre. */
function spokenOf({ seconds, label }: Interval): string {
  const { spoken } = tradeCopy.chart;
  return spoken[seconds as keyof typeof spoken] ?? label;
}
