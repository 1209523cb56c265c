import { type PricePoint, WAD } from "@gimbal/sdk";

const DAY = 86_400n;

export interface PriceChange {
  /** Relative change [wad]. */
  readonly share: bigint;
  /** Over how long [s]: a day, or as far back as prices are known. */
  readonly seconds: number;
}

/** Change of a price against the last one that is a day old, or the oldest known. */
export function changeOver(series: readonly PricePoint[], price: bigint): PriceChange | undefined {
  const last = series.at(-1);
  const since = last && (series.findLast((point) => point.time <= last.time - DAY) ?? series[0]);
  if (last === undefined || since === undefined || since.price === 0n || since.time === last.time)
    return undefined;
  return {
    share: ((price - since.price) * WAD) / since.price,
    seconds: Number(last.time - since.time),
  };
}
