"use client";

import { replaceEqualDeep } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * The value, in which every part that says the same as before is the part from before: what was computed from a new block
 * renders only the rows that it changed.
 */
export function useShared<T>(value: T): T {
  const kept = useRef(value);
  kept.current = replaceEqualDeep(kept.current, value);
  return kept.current;
}
