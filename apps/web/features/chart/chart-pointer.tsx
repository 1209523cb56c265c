"use client";

import { cx } from "class-variance-authority";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { ChartTooltip } from "./chart-tooltip";
import { type Frame, slotAt, xOfSlot } from "./frame";
import type { Slot } from "./plot-of";

interface ChartPointerProps {
  /** The chart in a sentence. */
  readonly label: string;
  readonly slots: readonly Slot[];
  readonly frame: Frame;
  readonly children: ReactNode;
}

/** Prices under the pointer, or under a cursor that the arrow keys move; what it lies over is not drawn again for it. */
export function ChartPointer({ label, slots, frame, children }: ChartPointerProps) {
  const [active, setActive] = useState<number>();
  const first = slots.findIndex(({ candle }) => candle !== undefined);
  const last = slots.findLastIndex(({ candle }) => candle !== undefined);
  const candle = active === undefined ? undefined : slots[active]?.candle;

  const point = ({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) =>
    setActive(slotAt(clientX - currentTarget.getBoundingClientRect().left, frame));
  const press = (event: KeyboardEvent) => {
    const next = moveOf(event.key, { at: active ?? last, first, last });
    if (event.key === "Escape") setActive(undefined);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  };
  const middle = active === undefined ? 0 : xOfSlot(active, frame);
  const isLeft = middle > frame.right / 2;

  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys walk through the candles.
      tabIndex={0}
      aria-label={label}
      className="absolute inset-0 touch-pan-y -outline-offset-2"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setActive(undefined)}
      onKeyDown={press}
      onBlur={() => setActive(undefined)}
    >
      {candle !== undefined && (
        <span
          aria-hidden="true"
          className="absolute top-2 bg-hover opacity-60"
          style={{ left: middle - frame.slot / 2, width: frame.slot, height: frame.bottom - 8 }}
        />
      )}
      {children}
      <div
        role="status"
        className={cx("pointer-events-none absolute top-3", isLeft && "-translate-x-full")}
        style={{ left: isLeft ? middle - frame.slot : middle + frame.slot }}
      >
        {candle !== undefined && <ChartTooltip candle={candle} />}
      </div>
    </div>
  );
}

interface Walk {
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

function moveOf(key: string, { at, first, last }: Walk): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return Math.max(first, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "Home":
      return first;
    case "End":
      return last;
    default:
      return undefined;
  }
}
