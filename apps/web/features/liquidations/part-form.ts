import type { ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { liquidationsCopy } from "@/content/liquidations";
import { said } from "@/content/said";
import type { Intent } from "@/features/transaction/intent";
import { formatToken } from "@/lib/format";
import type { AuctionView, Bid } from "./auction-view";

const copy = liquidationsCopy.part;

export type Capital = "own" | "flash";

/** The take of a part; undefined while nothing, or too much, is asked for. */
export function partIntent(
  { key, market, quote }: AuctionView,
  amount: bigint,
  most: bigint,
  capital: Capital,
): Intent | undefined {
  if (amount === 0n || amount > most) return undefined;
  const { collateralAsset, debtAsset } = quote;
  return {
    type: "take",
    market: market.id,
    account: key,
    collateralAsset,
    debtAsset,
    // everything is decided when the transaction runs: interest and the bonus move until then
    maxRepaid: amount === most ? "max" : amount,
    capital,
  };
}

interface NoteInputs {
  readonly view: AuctionView;
  readonly parsed: ParsedAmount;
  readonly most: bigint;
  readonly bid: Bid;
  readonly capital: Capital;
  readonly takeMax: () => void;
}

/** What is wrong with the amount: more than can be repaid, or no sale that pays for it. */
export function partNote({ view, parsed, most, bid, capital, takeMax }: NoteInputs): FieldNote | undefined {
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type === "empty") return undefined;
  if (parsed.amount > most) {
    const action = { label: copy.useMax, onPress: takeMax };
    return { tone: "error", text: copy.aboveMost(formatToken(most, view.debt)), action };
  }
  const isLoss = bid.flashProfit === undefined || bid.flashProfit <= 0n;
  if (capital === "flash" && isLoss) return { tone: "error", text: copy.unsellable };
  return undefined;
}
