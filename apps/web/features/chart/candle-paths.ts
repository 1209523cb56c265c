import { type Frame, xOfSlot, yOfPrice } from "./frame";
import type { Slot } from "./plot-of";

/** Part of a slot that a candle's body fills. */
const BODY = 0.512;
const LEAST_BODY = 1.2;

/** All candles of one direction: two shapes instead of two for each of them. */
export interface CandlePaths {
  readonly wicks: string;
  readonly bodies: string;
}

/** Up hollow, down filled. */
export function candlePaths(
  slots: readonly Slot[],
  frame: Frame,
): Readonly<Record<"up" | "down", CandlePaths>> {
  const paths = { up: { wicks: "", bodies: "" }, down: { wicks: "", bodies: "" } };
  const body = Math.max(1, frame.slot * BODY);
  const at = (price: number) => px(yOfPrice(price, frame));
  slots.forEach(({ range, body: prices, isUp }, index) => {
    if (range === undefined) return;
    const path = isUp ? paths.up : paths.down;
    const middle = px(xOfSlot(index, frame));
    const [top, bottom] = [at(prices[1]), at(prices[0])];
    const tall = px(Math.max(LEAST_BODY, bottom - top));
    path.wicks += `M${middle} ${at(range[1])}V${top}M${middle} ${bottom}V${at(range[0])}`;
    path.bodies += `M${px(middle - body / 2)} ${top}h${px(body)}v${tall}h${px(-body)}z`;
  });
  return paths;
}

/** A hundredth of a pixel is finer than any screen. */
const px = (value: number) => Math.round(value * 100) / 100;
