"use client";

import type { Position } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { byRisk, keepOrder, keyOf } from "./order";

interface Ordered {
  readonly rows: readonly Position[];
  /** Put on the element around the rows: while a pointer or the focus is inside, they stay put. */
  readonly hold: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
  };
}

/** Positions by risk, except under a pointer. */
export function useOrdered(positions: readonly Position[]): Ordered {
  const [kept, setKept] = useState<readonly string[]>();
  const sorted = useMemo(() => [...positions].sort(byRisk), [positions]);
  const rows = kept === undefined ? sorted : keepOrder(positions, kept);
  return {
    rows,
    hold: {
      onPointerEnter: () => setKept(sorted.map(keyOf)),
      onPointerLeave: () => setKept(undefined),
    },
  };
}
