import type { ReactNode } from "react";
import { portfolioCopy } from "@/content/portfolio";
import { resultColours } from "@/features/positions/result-colours";
import { Value } from "@/features/transaction/value";
import { formatHealth, formatResult, formatReturn, formatUsdCompact, formatUsdWhole } from "@/lib/format";
import { directionOf } from "../result/results";
import type { StressView } from "./stress-view";

const copy = portfolioCopy.stress;
const { rows } = copy;

/** The whole portfolio before and after. */
export function StressTotals({ view }: { readonly view: StressView }) {
  const { before, after, change, changeShare, inAuction } = view;
  return (
    <dl data-slot="stress-totals" className="mt-3 mb-3 grid grid-cols-[1fr_auto] gap-y-1.5">
      <Line
        name="netWorth"
        before={formatUsdWhole(before.netWorth)}
        after={formatUsdWhole(after.netWorth)}
        raw={after.netWorth}
      />
      <Pair term={rows.change}>
        <Value name="change" raw={change} className={resultColours[directionOf(change)]}>
          {formatResult(change)}
          {changeShare !== undefined && `, ${formatReturn(changeShare)}`}
        </Value>
      </Pair>
      <Line
        name="debt"
        before={formatUsdWhole(before.debt)}
        after={formatUsdWhole(after.debt)}
        raw={after.debt}
      />
      <Line
        name="exposure"
        before={formatUsdCompact(gross(before))}
        after={formatUsdCompact(gross(after))}
        raw={gross(after)}
      />
      <Line
        name="lowest"
        before={formatHealth(before.lowestHealth)}
        after={formatHealth(after.lowestHealth)}
        raw={after.lowestHealth}
      />
      <Pair term={rows.auction}>
        <Value name="auction" raw={BigInt(inAuction)} className={inAuction > 0 ? "text-auction" : undefined}>
          {copy.ofAll(inAuction, after.positions.length)}
        </Value>
      </Pair>
    </dl>
  );
}

function gross({ long, short }: StressView["after"]): bigint | undefined {
  return long === undefined || short === undefined ? undefined : long + short;
}

interface LineProps {
  readonly name: "netWorth" | "debt" | "exposure" | "lowest";
  readonly before: string;
  readonly after: string;
  readonly raw: bigint | null | undefined;
}

function Line({ name, before, after, raw }: LineProps) {
  return (
    <Pair term={rows[name]}>
      <span className="text-fg-2">{before}</span> <span className="text-fg-3">→</span>{" "}
      <Value name={name} raw={raw} className="font-medium">
        {after}
      </Value>
    </Pair>
  );
}

function Pair({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-fg-2">{term}</dt>
      <dd className="text-right">{children}</dd>
    </>
  );
}
