import type { AssetState, LeverageBound } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { ticketCopy } from "@/content/ticket";
import { formatHealth, formatMargin, formatRatio, formatToken } from "@/lib/format";
import { type MarginParts, partWidth } from "./composition";
import type { TicketState } from "./use-ticket";

const copy = ticketCopy.reason;
const parts = ["volatility", "penalty", "depth"] as const;

/** What sets the maximum, with its number, and what the margin is made of. */
export function LeverageReason({ ticket }: { readonly ticket: TicketState }) {
  const { market, side, max, margin, position } = ticket;
  const [quote, base] = market.assets;
  if (quote === undefined || base === undefined) return null;
  if (max === undefined || margin === undefined)
    return <p className="mt-2 text-12 text-fg-2">{copy.unknown}</p>;

  if (max.borrow === 0n && position !== undefined) {
    return <p className="mt-2 text-12 text-fg-2">{copy.exhausted(formatHealth(position.health))}</p>;
  }
  const debt = side === "long" ? quote : base;
  const hot = max.boundBy === "depth" || max.boundBy === "liquidity" ? "depth" : "volatility";
  return (
    <div
      data-slot="leverage-reason"
      data-bound={max.boundBy}
      className="mt-2 text-12 text-fg-2 leading-[1.4]"
    >
      <span>
        {copy.lead} <b className="font-medium text-fg">{copy.names[max.boundBy]}</b>:{" "}
        {explanation(max.boundBy, margin, debt, max.borrow)}
      </span>
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
    </div>
  );
}

function explanation(bound: LeverageBound, margin: MarginParts, debt: AssetState, borrow: bigint): string {
  const buffer = formatRatio(margin.buffer);
  switch (bound) {
    case "volatility":
      return copy.volatility(formatMargin(margin.total), buffer);
    case "depth":
      return copy.depth(formatMargin(margin.total), buffer);
    case "cash":
      return copy.cash(formatToken(borrow, debt));
    case "cap":
      return copy.cap(formatToken(borrow, debt));
    case "liquidity":
      return copy.liquidity;
  }
}
