import type { BarShapeProps } from "recharts";
import { toPlot } from "@/lib/plot";
import type { Candle } from "./candles";

const BODY = 0.64;
const LEAST_BODY = 1.2;

/** One candle: up hollow, down filled. */
export function Candlestick({ x, y, width, height, payload }: BarShapeProps) {
  const { open, close, high, low } = payload as Candle;
  if (high === undefined) return null;
  const range = toPlot(high - low);
  const at = (price: bigint) => (range === 0 ? y : y + (toPlot(high - price) / range) * height);
  const isUp = close >= open;
  const top = at(isUp ? close : open);
  const bottom = at(isUp ? open : close);
  const body = Math.max(1, width * BODY);
  const middle = x + width / 2;
  const colour = isUp ? "var(--gain)" : "var(--loss)";
  return (
    <g stroke={colour} fill={isUp ? "var(--canvas)" : colour} data-direction={isUp ? "up" : "down"}>
      <path d={`M${middle} ${y}V${top}M${middle} ${bottom}V${y + height}`} />
      <rect x={middle - body / 2} y={top} width={body} height={Math.max(LEAST_BODY, bottom - top)} />
    </g>
  );
}
