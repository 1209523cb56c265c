"use client";

import { useState } from "react";

export interface AmountText {
  readonly text: string;
  /** Max typed it and nobody changed it since: it stands for everything, however that grows until it is sent. */
  readonly isMax: boolean;
  readonly setText: (text: string) => void;
  /** Types this amount as everything there is. */
  readonly typeMax: (text: string) => void;
}

/** What is in an amount field. The text stays as it was typed, also when Max would be another amount by now. */
export function useAmountText(): AmountText {
  const [{ text, isMax }, set] = useState({ text: "", isMax: false });
  return {
    text,
    isMax,
    setText: (next) => set({ text: next, isMax: false }),
    typeMax: (next) => set({ text: next, isMax: true }),
  };
}
