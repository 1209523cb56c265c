import {
  type AssetState,
  rescueOf as leastRescue,
  type Position,
  rescueReduction,
  type Snapshot,
  type TokenAmount,
  WAD,
  type Wad,
  walletOf,
} from "@gimbal/sdk";
import type { TradeIntent } from "@/features/transaction/intent";
import { softOf } from "@/lib/zones";

/** Health that a rescue aims for, if the soft zone does not reach higher. */
const TARGET: Wad = (WAD * 105n) / 100n;
/** Part of an amount that is put on top: interest and prices move until the transaction runs. */
const MARGIN = 500n;

/** What brings a position back. */
export interface Rescue {
  readonly target: Wad;
  /** Asset that is added: the quote asset, which a long owes and a short holds. */
  readonly asset: AssetState;
  /** Undefined where no amount helps, or a price is down. */
  readonly amount: TokenAmount | undefined;
  readonly addIntent: TradeIntent | undefined;
  /** The wallet has it. */
  readonly isAffordable: boolean;
  /** Size to sell; undefined where closing is all that helps. */
  readonly reduction: TokenAmount | undefined;
  readonly reduceIntent: TradeIntent | undefined;
}

/** Two ways out of the danger, with the amounts the engine's own formula asks for. */
export function rescueOf(position: Position, snapshot: Snapshot): Rescue {
  const soft = softOf(position);
  const target = soft > TARGET ? soft : TARGET;
  const { account, market, side, base, quote } = position;
  const exact = leastRescue(position, target);
  const owed = position.legs.find(({ asset }) => asset.index === quote.index)?.debt ?? 0n;
  const rounded = exact && roundedUp(exact.amount + exact.amount / MARGIN, quote);
  const amount = rounded !== undefined && owed > 0n && rounded > owed ? owed : rounded;
  const balance = walletOf(snapshot, quote.token)?.balance ?? 0n;
  const reduction = rescueReduction({ snapshot, position, target });
  const of = { account, market: market.id } as const;
  return {
    target,
    asset: quote,
    amount,
    isAffordable: amount !== undefined && balance >= amount,
    addIntent:
      exact === undefined || amount === undefined
        ? undefined
        : { ...of, type: exact.kind === "repay" ? "repay" : "addCollateral", asset: quote.index, amount },
    reduction,
    reduceIntent:
      reduction === undefined || side === undefined
        ? undefined
        : { ...of, type: "reduce", side, base: base.index, size: reduction },
  };
}

/** To whole units of the quote asset: a person reads the amount and types it nowhere. */
function roundedUp(amount: TokenAmount, { decimals }: AssetState): TokenAmount {
  const unit = 10n ** BigInt(decimals);
  return ((amount + unit - 1n) / unit) * unit;
}
