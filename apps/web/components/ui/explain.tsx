"use client";

import type { ReactNode } from "react";
import { common } from "@/content/common";
import { Popover } from "./popover";

interface ExplainProps {
  /** The term on screen. */
  readonly term: string;
  /** Two or three sentences; from which number, and what moves it. */
  readonly children: ReactNode;
}

/** A term with its meaning one press away, by pointer, key or touch. */
export function Explain({ term, children }: ExplainProps) {
  return (
    <Popover
      label={common.about(term)}
      className="max-w-72 px-3 py-2.5 text-12 text-fg-2 leading-normal"
      trigger={
        <button
          type="button"
          data-slot="explain"
          className="cursor-help text-left decoration-line-control decoration-dotted underline-offset-3 hover:underline"
        >
          {term}
        </button>
      }
    >
      {children}
    </Popover>
  );
}
