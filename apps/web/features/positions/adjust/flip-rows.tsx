"use client";

import type { AssetState, Position, Side } from "@gimbal/sdk";
import { SideLabel } from "@/components/side-label";
import { ValueTransition } from "@/components/ui/value-table";
import { flipCopy } from "@/content/flip";
import { flipProceeds } from "@/features/transaction/flip/proceeds";
import { isTrade } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import { Value } from "@/features/transaction/value";
import { formatCost, formatResult, formatReturn, formatToken, formatUsdCost } from "@/lib/format";
import { closeResult } from "../result";
import { useTrades } from "../use-trades";

const { rows } = flipCopy;

/** Long becomes short, or the reverse. */
export function SideRow({ before, after }: { readonly before: Side; readonly after: Side }) {
  return (
    <ValueTransition
      name="side"
      label={rows.side}
      before={<SideLabel side={before} />}
      after={<SideLabel side={after} />}
    />
  );
}

interface FlipRowsProps {
  readonly plan: PlanState;
  readonly position: Position;
}

/** What the sale costs, what it brings at least, and what the closed side earned. */
export function FlipRows({ plan, position }: FlipRowsProps) {
  const history = useTrades(position);
  if (plan.status !== "planned" || !isTrade(plan.plan)) return null;
  const { preview } = plan.plan;
  const side = position.side ?? "long";
  const bought: AssetState = side === "long" ? position.quote : position.base;
  const proceeds = flipProceeds(preview);
  const result = proceeds === undefined ? undefined : closeResult(position, history, proceeds);
  const share = result?.share === undefined ? "" : `, ${formatReturn(result.share)}`;
  return (
    <>
      <Row name="impact" label={rows.impact} raw={preview.priceImpact}>
        {formatCost(preview.priceImpact)}
      </Row>
      <Row name="fee" label={rows.fee} raw={preview.fee}>
        {formatUsdCost(preview.fee)}
      </Row>
      <Row name="atLeast" label={rows.atLeast} raw={preview.limit}>
        {formatToken(preview.limit, bought)}
      </Row>
      <Row name="realised" label={rows.realised(side)} raw={result?.value}>
        {`${formatResult(result?.value)}${share}`}
      </Row>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly label: string;
  readonly raw: bigint | undefined;
  readonly children: string;
}

function Row({ name, label, raw, children }: RowProps) {
  return <ValueTransition name={name} label={label} after={<Value raw={raw}>{children}</Value>} />;
}
