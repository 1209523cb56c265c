"use client";

import { cva, cx } from "class-variance-authority";
import { type KeyboardEvent, type ReactNode, useRef } from "react";

const frame = "rounded-2 border border-line bg-inset p-0.5 light:bg-[#ececE8]";

const item = cva(
  "relative inline-flex items-center justify-center gap-1.5 rounded-1 text-fg-2 transition-colors hover:text-fg max-tablet:after:absolute max-tablet:after:-inset-y-2 max-tablet:after:inset-x-0",
  {
    variants: {
      size: {
        xs: "h-5 px-[7px] text-12",
        sm: "h-[26px] px-2.5 text-12",
        lg: "h-[34px] flex-1 text-14 max-tablet:h-11",
      },
      on: { true: "bg-raised font-medium text-fg shadow-[0_0_0_1px_var(--line-strong),var(--shadow-raise)]" },
    },
  },
);

export interface SegmentedOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface SegmentedProps<T extends string> {
  /** Names the group for assistive technology. */
  readonly label: string;
  readonly options: readonly SegmentedOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly size?: "xs" | "sm" | "lg";
  readonly className?: string;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few, all in view. Arrow keys move and choose. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChange, size = "sm", className } = props;
  const group = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = options.findIndex((option) => option.value === value);
    const next = (index + step + options.length) % options.length;
    const chosen = options[next];
    if (chosen === undefined) return;
    onChange(chosen.value);
    group.current?.querySelectorAll<HTMLButtonElement>("[role=radio]")[next]?.focus();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      data-slot="segmented"
      onKeyDown={onKeyDown}
      className={cx(size === "lg" ? "flex w-full" : "inline-flex", frame, className)}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold an icon beside its label.
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          data-value={option.value}
          onClick={() => onChange(option.value)}
          className={item({ size, on: option.value === value })}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

interface ActionGroupProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Presses that belong together, in the frame of a segmented control; nothing stays chosen. */
export function ActionGroup({ label, children }: ActionGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" aria-label={label} data-slot="action-group" className={cx("inline-flex", frame)}>
      {children}
    </div>
  );
}

interface ActionProps {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function Action({ onClick, disabled = false, children }: ActionProps) {
  return (
    <button
      type="button"
      data-slot="action"
      onClick={onClick}
      disabled={disabled}
      className={item({ size: "xs", className: "hover:bg-hover disabled:text-fg-3" })}
    >
      {children}
    </button>
  );
}
