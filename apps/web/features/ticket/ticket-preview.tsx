"use client";

import { Explain } from "@/components/ui/explain";
import { ValueTable, ValueTransition } from "@/components/ui/value-table";
import { ticketCopy } from "@/content/ticket";
import { useEntry } from "@/features/positions/use-trades";
import { useVolatility } from "@/features/risk/use-risk";
import { GuardList } from "@/features/transaction/guard-list";
import { HealthChange } from "@/features/transaction/health-change";
import { isTrade, type TradePlan } from "@/features/transaction/plan-of";
import { Value } from "@/features/transaction/value";
import { softOf } from "@/lib/zones";
import { type PreviewRow, type PreviewRowName, previewRows, type Shown } from "./preview-rows";
import type { TicketState } from "./use-ticket";

const copy = ticketCopy.preview;

const explained: Partial<Record<PreviewRowName, keyof typeof copy.explain>> = {
  liquidation: "liquidation",
  chanceDay: "chance",
  chanceWeek: "chance",
  borrowRate: "borrowRate",
  carry: "carry",
  impact: "impact",
  minimum: "minimum",
};

interface TicketPreviewProps {
  readonly ticket: TicketState;
  readonly isStale: boolean;
}

/** Health and every number of the position before and after the trade. */
export function TicketPreview({ ticket, isStale }: TicketPreviewProps) {
  const { plan, position } = ticket;
  const trade = plan.status === "planned" && isTrade(plan.plan) ? plan.plan : undefined;
  const after = trade === undefined ? position : trade.preview.after;
  return (
    <div data-slot="ticket-preview" className="-mx-4 border-line border-t px-4 pt-2.5">
      <HealthChange
        hasBefore={position !== undefined && trade !== undefined}
        before={position?.health}
        after={after === undefined ? (trade === undefined ? null : undefined) : after.health}
        soft={after && softOf(after)}
        stale={isStale}
      />
      {trade === undefined ? (
        <p className="mt-2 text-12 text-fg-3">{copy.empty}</p>
      ) : (
        <Rows trade={trade} ticket={ticket} isExact={plan.status === "planned" && plan.checked} />
      )}
    </div>
  );
}

interface RowsProps {
  readonly trade: TradePlan;
  readonly ticket: TicketState;
  readonly isExact: boolean;
}

function Rows({ trade, ticket, isExact }: RowsProps) {
  const entry = useEntry(ticket.position);
  const volatility = useVolatility(ticket.market.assets[ticket.base]?.token);
  const { preview, action } = trade;
  const rows = previewRows({ preview, limit: action.args.limit, entryBefore: entry, volatility });
  return (
    <>
      <div className="mt-1.5" data-exact={isExact}>
        <ValueTable label={copy.label}>
          {rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </ValueTable>
      </div>
      <div className="mt-2 empty:hidden">
        <GuardList guards={trade.guards} />
      </div>
    </>
  );
}

function Row({ row: { name, before, after, detail, tone } }: { readonly row: PreviewRow }) {
  const about = explained[name];
  return (
    <ValueTransition
      name={name}
      label={
        about === undefined ? (
          copy.rows[name]
        ) : (
          <Explain term={copy.rows[name]}>{copy.explain[about]}</Explain>
        )
      }
      before={before && <Cell shown={before} />}
      after={<Cell shown={after} />}
      detail={detail}
      tone={tone}
    />
  );
}

function Cell({ shown: { text, raw } }: { readonly shown: Shown }) {
  return <Value raw={raw}>{text}</Value>;
}
