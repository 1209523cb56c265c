import { memo } from "react";
import { candlePaths } from "./candle-paths";
import type { Frame } from "./frame";
import type { Slot } from "./plot-of";

interface CandleLayerProps {
  readonly slots: readonly Slot[];
  readonly frame: Frame;
}

const colours = { up: "var(--gain)", down: "var(--loss)" } as const;

/** The candles. They stand still while levels move. */
export const CandleLayer = memo(function CandleLayer({ slots, frame }: CandleLayerProps) {
  const paths = candlePaths(slots, frame);
  return (
    <g data-slot="candles">
      {(["up", "down"] as const).map((direction) => (
        <g
          key={direction}
          stroke={colours[direction]}
          fill={direction === "up" ? "var(--canvas)" : colours.down}
          data-direction={direction}
        >
          <path d={paths[direction].wicks} fill="none" />
          <path d={paths[direction].bodies} />
        </g>
      ))}
    </g>
  );
});
