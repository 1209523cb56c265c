"use client";

import { cx } from "class-variance-authority";

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Element that says what it does. */
  readonly describedBy?: string;
}

/** On or off, at once. */
export function Switch({ label, checked, onChange, disabled = false, describedBy }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      data-slot="switch"
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className={cx(
        "relative inline-block h-[18px] w-8 shrink-0 rounded-full border transition-colors after:absolute after:-inset-3",
        checked ? "border-transparent bg-accent-fill" : "border-line-control bg-inset",
        disabled && "opacity-50",
      )}
    >
      <span
        className={cx(
          "absolute top-1/2 size-3 -translate-y-1/2 rounded-full transition-[left]",
          checked ? "left-[16px] bg-on-accent" : "left-[2px] bg-line-control",
        )}
      />
    </button>
  );
}
