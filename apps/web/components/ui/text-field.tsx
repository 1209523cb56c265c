"use client";

import { type ReactNode, useId } from "react";
import { type FieldNote, FieldNoteLine, fieldFrame } from "./field-frame";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Unit after the text, e.g. `%` or `min`. */
  readonly unit?: ReactNode;
  readonly inputMode?: "decimal" | "numeric" | "text";
  readonly note?: FieldNote | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean;
}

/** A short text or number with its label above. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, unit, inputMode = "text", note, disabled = false } = props;
  const id = useId();
  const state = disabled ? "off" : note?.tone === "error" ? "error" : "idle";
  return (
    <div data-slot="text-field" data-state={state}>
      <label htmlFor={id} className="mb-1.5 block text-12 text-fg-3">
        {label}
      </label>
      <div className={fieldFrame({ state, className: "!px-2.5 !py-0 flex h-8 items-center gap-2" })}>
        <input
          id={id}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          value={value}
          disabled={disabled}
          placeholder={props.placeholder}
          aria-invalid={note?.tone === "error"}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-fg-3 max-tablet:text-16"
        />
        {unit !== undefined && <span className="text-fg-3">{unit}</span>}
      </div>
      <FieldNoteLine id={`${id}-note`} note={note} />
    </div>
  );
}
