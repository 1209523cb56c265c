import type { AccountId, NettingQuote } from "@gimbal/sdk";
import type { AccountView, AuctionView } from "./auction-view";
import { type Counterparty, counterpartiesOf } from "./queue";

/** Counterparties asked about for each auction: willing ones, then the most indebted. */
const ASKED = 4;

/** An auction and an account that it could be netted against. */
export interface Candidate {
  readonly auction: AuctionView;
  readonly counterparty: Counterparty;
}

/** A counterparty, with what the engine says of netting against it. */
export interface AskedCounterparty {
  readonly counterparty: Counterparty;
  /** Undefined while the engine has not answered. */
  readonly quote: NettingQuote | undefined;
}

export type Nettings = ReadonlyMap<AccountId, AskedCounterparty>;

/** Whom every auction could be netted against, in turn. */
export function candidatesOf(
  auctions: readonly AuctionView[],
  views: readonly AccountView[],
): readonly Candidate[] {
  return auctions.flatMap((auction) =>
    counterpartiesOf(auction, views)
      .slice(0, ASKED)
      .map((counterparty) => ({ auction, counterparty })),
  );
}

/** By auction: what can be done before what cannot, the willing before the others, then what moves most. */
export function bestOf(
  candidates: readonly Candidate[],
  quotes: readonly (NettingQuote | undefined)[] | undefined,
): Nettings {
  const best = new Map<AccountId, AskedCounterparty>();
  for (const [index, { auction, counterparty }] of candidates.entries()) {
    const quote = quotes?.[index];
    const known = best.get(auction.key);
    if (known === undefined || isBetter(quote, known.quote)) best.set(auction.key, { counterparty, quote });
  }
  return best;
}

function isBetter(a: NettingQuote | undefined, b: NettingQuote | undefined): boolean {
  if (a === undefined || a.refusal !== undefined) return false;
  if (b === undefined || b.refusal !== undefined) return true;
  return a.forced === b.forced ? a.moved > b.moved : b.forced;
}
