"use client";

import type { Position } from "@gimbal/sdk";
import { positionsCopy } from "@/content/positions";
import { Value } from "@/features/transaction/value";
import { formatResult, formatUsd } from "@/lib/format";
import { resultOf } from "./result";
import { resultColours } from "./result-colours";
import { fingerprintOf, useHistories } from "./use-trades";

/** Equity and result of all positions together; unknown as soon as one of them is. */
export function Totals({ positions }: { readonly positions: readonly Position[] }) {
  const histories = useHistories(
    positions.map((position) => ({
      account: position.account,
      market: position.market.id,
      base: position.base.index,
      fingerprint: fingerprintOf(position),
    })),
  );
  const equity = equityOf(positions);
  const result = sum(positions.map((position, index) => resultOf(position, histories[index]?.data)?.value));
  const direction = result === undefined || result === 0n ? "flat" : result > 0n ? "gain" : "loss";
  const { totals } = positionsCopy;
  return (
    <>
      <span className="text-12 text-fg-2">
        {totals.equity}{" "}
        <Value name="totalEquity" raw={equity} className="font-medium text-fg">
          {formatUsd(equity)}
        </Value>
      </span>
      <span className="text-12 text-fg-2 max-tablet:hidden">
        {totals.result}{" "}
        <Value name="totalResult" raw={result} className={resultColours[direction]}>
          {formatResult(result)}
        </Value>
      </span>
    </>
  );
}

/** Equity of all accounts: positions of one of them share it. */
export function equityOf(positions: readonly Position[]): bigint | undefined {
  const accounts = new Map(positions.map((position) => [position.account, position]));
  return sum([...accounts.values()].map(({ equity }) => equity));
}

function sum(values: readonly (bigint | undefined)[]): bigint | undefined {
  let total = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}
