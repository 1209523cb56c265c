"use client";

import { type ReactNode, useId } from "react";
import { Coin } from "@/components/coin";
import { common } from "@/content/common";
import { Button } from "./button";
import { type FieldNote, FieldNoteLine, fieldFrame } from "./field-frame";

export interface TokenInputProps {
  readonly label: string;
  readonly symbol: string;
  /** What the person typed, as typed. Read it with `parseAmount` of the SDK; it is never rewritten here. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Right end of the first line, e.g. `Balance 48,210.55`. */
  readonly aside?: ReactNode;
  /** Types everything that can be used; without it there is no Max. */
  readonly onMax?: (() => void) | undefined;
  readonly note?: FieldNote | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Last row of the frame, e.g. the value in dollars. */
  readonly children?: ReactNode;
}

/** An amount of one token: text in, text out. */
export function TokenInput(props: TokenInputProps) {
  const { label, symbol, value, onChange, aside, onMax, note, disabled = false, children } = props;
  const id = useId();
  const state = disabled ? "off" : note?.tone === "error" ? "error" : "idle";
  return (
    <div data-slot="token-input" data-state={state}>
      <div className={fieldFrame({ state })}>
        <div className="flex justify-between gap-2 whitespace-nowrap text-12 text-fg-3">
          <label htmlFor={id}>{label}</label>
          {aside !== undefined && <span>{aside}</span>}
        </div>
        <div className="mt-1 flex items-center gap-2">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={80}
            placeholder={props.placeholder ?? "0.00"}
            value={value}
            disabled={disabled}
            aria-invalid={note?.tone === "error"}
            aria-describedby={`${id}-note`}
            onChange={(event) => onChange(event.target.value)}
            className="h-[30px] min-w-0 flex-1 bg-transparent font-medium text-22 tracking-figure outline-none placeholder:text-fg-3 disabled:text-fg-3"
          />
          {onMax !== undefined && (
            <Button size="xs" onClick={onMax} disabled={disabled} className="max-tablet:h-8 max-tablet:px-3">
              {common.max}
            </Button>
          )}
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Coin symbol={symbol} />
            {symbol}
          </span>
        </div>
        {children}
      </div>
      <FieldNoteLine id={`${id}-note`} note={note} />
    </div>
  );
}
