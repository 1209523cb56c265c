"use client";

import { cx } from "class-variance-authority";
import * as Radix from "radix-ui/slider";
import type { CSSProperties } from "react";
import { common } from "@/content/common";

export interface LimitSliderProps {
  readonly label: string;
  /** Ends of the scale, in whole steps (leverage: tenths). The scale stays when the limit moves. */
  readonly min: number;
  readonly max: number;
  /** Live maximum; the rail beyond it is hatched and cannot be reached. Undefined while unknown. */
  readonly limit: number | undefined;
  /** Where the position stands now. */
  readonly now?: number | undefined;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** A step as text, e.g. `9.5×`. */
  readonly format: (value: number) => string;
  /** The value in words, e.g. `5.0 times, health 1.14 after`. */
  readonly valueText: string;
  readonly nowLabel?: (text: string) => string;
  readonly maxLabel?: (text: string) => string;
  /** Element that says what sets the limit. */
  readonly describedBy?: string;
  readonly disabled?: boolean;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** A choice on a fixed scale whose reachable part ends at a live limit. */
export function LimitSlider(props: LimitSliderProps) {
  const { label, min, max, limit, now, value, onChange, format, valueText, disabled = false } = props;
  const { nowLabel = common.limitNow, maxLabel = common.limitMax } = props;
  const reach = clamp(limit ?? max, min, max);
  const shown = clamp(value, min, max);
  const at = (step: number): CSSProperties => ({
    left: `${((clamp(step, min, max) - min) / Math.max(1, max - min)) * 100}%`,
  });
  const change = ([next]: number[]) => {
    if (next !== undefined) onChange(clamp(next, min, reach));
  };

  return (
    <Radix.Root
      data-slot="limit-slider"
      data-limit={limit}
      min={min}
      max={max}
      step={1}
      value={[shown]}
      onValueChange={change}
      disabled={disabled}
      className={cx("relative block h-10 touch-none select-none", disabled && "opacity-50")}
    >
      <Radix.Track className="absolute inset-x-0 top-[9px] h-1.5 rounded-full bg-line-strong" />
      {/* The thumb of 20 px stays inside the rail, so marks use the rail less its half on both ends. */}
      <span aria-hidden="true" className="pointer-events-none absolute inset-x-2.5 inset-y-0">
        <span
          className="hatch absolute -right-2.5 top-[9px] h-1.5 rounded-r-full"
          style={limit === undefined ? { left: "100%" } : at(reach)}
        />
        <span
          className="absolute top-[9px] -left-2.5 h-1.5 rounded-l-full bg-accent-fill"
          style={{ width: `calc(${at(shown).left} + 10px)` }}
        />
        {now !== undefined && (
          <span
            className="absolute top-1.5 -ml-px h-3 w-0.5 bg-fg-3 shadow-[0_0_0_1px_var(--panel)]"
            style={at(now)}
          />
        )}
        {limit !== undefined && (
          <span className="absolute top-[3px] -ml-px h-[18px] w-0.5 bg-fg" style={at(reach)} />
        )}
        <Labels
          at={at}
          format={format}
          min={min}
          max={max}
          reach={limit === undefined ? undefined : reach}
          now={now}
          nowLabel={nowLabel}
          maxLabel={maxLabel}
        />
      </span>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        aria-valuemax={reach}
        aria-describedby={props.describedBy}
        className="mt-0.5 block size-5 rounded-full border-[5px] border-accent-fill bg-fg shadow-[0_0_0_2px_var(--panel)] outline-offset-3 after:absolute after:-inset-3 after:rounded-full light:bg-on-accent"
      />
    </Radix.Root>
  );
}

interface LabelsProps extends Pick<LimitSliderProps, "format" | "min" | "max" | "now"> {
  readonly at: (step: number) => CSSProperties;
  readonly reach: number | undefined;
  readonly nowLabel: (text: string) => string;
  readonly maxLabel: (text: string) => string;
}

/** Labels nearer than this part of the rail would touch; the more telling one stays. */
const LABEL_GAP = 0.16;
/** Nearer to the start than this part of the rail, a label would leave it: it starts with the rail instead. */
const EDGE_GAP = 0.06;

function Labels({ at, format, min, max, reach, now, nowLabel, maxLabel }: LabelsProps) {
  const part = (step: number) => (clamp(step, min, max) - min) / Math.max(1, max - min);
  const far = (a: number, b: number | undefined) =>
    b === undefined || Math.abs(part(a) - part(b)) >= LABEL_GAP;
  const style = "absolute top-[25px] whitespace-nowrap text-11";
  const showNow = now !== undefined && far(now, reach);
  return (
    <>
      {far(min, reach) && (now === undefined || !showNow || far(min, now)) && (
        <span className={cx(style, "-translate-x-1/2 text-fg-3")} style={at(min)}>
          {format(min).replace(".0", "")}
        </span>
      )}
      {showNow && (
        <span className={cx(style, "-translate-x-1/2 text-fg-3")} style={at(now)}>
          {nowLabel(format(now))}
        </span>
      )}
      {reach !== undefined && (
        <span
          className={cx(
            style,
            "font-medium text-fg",
            part(reach) < EDGE_GAP ? "-left-2.5" : "-translate-x-1/2",
          )}
          style={part(reach) < EDGE_GAP ? undefined : at(reach)}
        >
          {maxLabel(format(reach))}
        </span>
      )}
    </>
  );
}
