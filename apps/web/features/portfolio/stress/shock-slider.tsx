"use client";

import * as Radix from "radix-ui/slider";

interface ShockSliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Value of no change; the fill runs from here. */
  readonly origin: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly valueText: string;
}

/** A supposed change: the bar grows from no change to either side. */
export function ShockSlider({ label, min, max, origin, value, onChange, valueText }: ShockSliderProps) {
  const part = (step: number) => ((step - min) / (max - min)) * 100;
  const [from, to] = value < origin ? [value, origin] : [origin, value];
  return (
    <Radix.Root
      data-slot="shock-slider"
      min={min}
      max={max}
      step={1}
      value={[value]}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className="relative flex h-8 min-w-0 flex-1 touch-none select-none items-center max-tablet:h-11"
    >
      <Radix.Track className="relative h-1.5 w-full rounded-full bg-line-strong">
        <span
          aria-hidden="true"
          className="absolute inset-y-0 rounded-full bg-accent-fill"
          style={{ left: `${part(from)}%`, width: `${part(to) - part(from)}%` }}
        />
        <span
          aria-hidden="true"
          className="absolute -inset-y-[3px] w-px bg-fg-3"
          style={{ left: `${part(origin)}%` }}
        />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        className="block size-5 rounded-full border-[5px] border-accent-fill bg-fg shadow-[0_0_0_2px_var(--panel)] outline-offset-3 after:absolute after:-inset-3 after:rounded-full light:bg-on-accent"
      />
    </Radix.Root>
  );
}
