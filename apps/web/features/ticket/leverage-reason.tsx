import type { AssetState, LeverageBound } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import { Explain } from "@/components/ui/explain";
import { regimeCopy } from "@/content/regime";
import { ticketCopy } from "@/content/ticket";
import { formatHealth, formatMargin, formatRatio, formatToken } from "@/lib/format";
import { type MarginParts, partWidth } from "./composition";
import type { TicketState } from "./use-ticket";

const copy = ticketCopy.reason;
const parts = ["volatility", "penalty", "depth"] as const;

interface LeverageReasonProps {
  /** By which the slider points here. */
  readonly id: string;
  readonly ticket: TicketState;
}

/** What sets the maximum, with its number, and what the margin is made of. */
export function LeverageReason({ id, ticket }: LeverageReasonProps) {
  const { market, side, max, margin, position, closed, sizeAtMax } = ticket;
  const [quote, base] = [market.assets[0], market.assets[ticket.base]];
  if (quote === undefined || base === undefined) return null;
  if (closed !== undefined) {
    return (
      <Reason id={id} bound="closed">
        <Term term={regimeCopy.closed.term}>{closed.about}</Term>: {closed.detail}
      </Reason>
    );
  }
  if (max === undefined || margin === undefined) return <Reason id={id}>{copy.unknown}</Reason>;
  if (max.borrow === 0n && position !== undefined) {
    return <Reason id={id}>{copy.exhausted(formatHealth(position.health))}</Reason>;
  }
  const debt = side === "long" ? quote : base;
  const size = formatToken(sizeAtMax, base);
  return (
    <>
      <Reason id={id} bound={max.boundBy}>
        {copy.lead} <Term term={copy.names[max.boundBy]}>{copy.explain[max.boundBy]}</Term>:{" "}
        {detailOf(max.boundBy, { margin, debt, size, borrow: max.borrow })}
      </Reason>
      <Composition bound={max.boundBy} margin={margin} />
    </>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly bound?: LeverageBound | "closed";
  readonly children: ReactNode;
}

function Reason({ id, bound, children }: ReasonProps) {
  return (
    <p
      id={id}
      data-slot="leverage-reason"
      data-bound={bound}
      className="mt-2 text-12 text-fg-2 leading-[1.4]"
    >
      {children}
    </p>
  );
}

function Term({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <span className="font-medium text-fg">
      <Explain term={term}>{children}</Explain>
    </span>
  );
}

interface CompositionProps {
  readonly bound: LeverageBound;
  readonly margin: MarginParts;
}

/** The parts of the margin, in proportion; the one that binds stands out. */
function Composition({ bound, margin }: CompositionProps) {
  const hot = bound === "depth" || bound === "position" || bound === "liquidity" ? "depth" : "volatility";
  return (
    <>
      <div aria-hidden="true" className="mt-1.5 mb-[5px] flex h-1 gap-0.5">
        {parts.map((part) => (
          <i
            key={part}
            className={cx("block min-w-0.5 rounded-[1px]", part === hot ? "bg-fg" : "bg-bar")}
            style={{ flexGrow: partWidth(margin[part], margin), flexBasis: 0 }}
          />
        ))}
      </div>
      <div className="flex justify-between text-11 text-fg-3">
        {parts.map((part) => (
          <span key={part} data-name={part} className={part === hot ? "font-medium text-fg" : undefined}>
            {copy.parts[part]} {formatMargin(margin[part])}
          </span>
        ))}
      </div>
    </>
  );
}

interface Figures {
  readonly margin: MarginParts;
  readonly debt: AssetState;
  /** Size of the position at the maximum, as text. */
  readonly size: string;
  readonly borrow: bigint;
}

/** The number behind what sets the maximum. */
export function detailOf(bound: LeverageBound, { margin, debt, size, borrow }: Figures): string {
  const buffer = formatRatio(margin.buffer);
  switch (bound) {
    case "volatility":
      return copy.volatility(formatMargin(margin.total), buffer);
    case "depth":
      return copy.depth(size, formatMargin(margin.total), buffer);
    case "position":
      return copy.position(size);
    case "cash":
      return copy.cash(formatToken(borrow, debt));
    case "cap":
      return copy.cap(formatToken(borrow, debt));
    case "liquidity":
      return copy.liquidity(size);
  }
}
