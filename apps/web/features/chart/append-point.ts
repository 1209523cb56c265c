import type { PricePoint } from "@gimbal/sdk";

const KEPT = 600;

/** Adds a newer price, or corrects the last one. */
export function appendPoint(series: readonly PricePoint[], point: PricePoint): readonly PricePoint[] {
  const last = series.at(-1);
  if (last === undefined || point.time > last.time) return [...series.slice(-(KEPT - 1)), point];
  if (point.time < last.time || point.price === last.price) return series;
  return [...series.slice(0, -1), point];
}
