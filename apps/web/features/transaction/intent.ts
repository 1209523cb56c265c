import type { AccountId, Side, TokenAmount, Wad } from "@gimbal/sdk";
import type { Address } from "viem";

/** Everything or an amount; `"max"` is decided by the chain when the transaction runs. */
export type AmountOrMax = TokenAmount | "max";

interface OfAccount {
  readonly account: AccountId;
  readonly market: number;
}

interface OfSide extends OfAccount {
  readonly side: Side;
  /** Index of the base asset. */
  readonly base: number;
}

/** What a person asked for, before any number of the chain comes in. */
export type TradeIntent =
  | (OfSide & {
      readonly type: "open";
      /** Paid from the wallet [units of the quote asset]. */
      readonly equity: TokenAmount;
      /** Debt taken on: quote asset for a long, base asset for a short. */
      readonly borrow: TokenAmount;
      /** Whether slices may be closed before the auction; left out where the choice of now stays. */
      readonly softZone?: boolean | undefined;
    })
  | (OfSide & { readonly type: "close" })
  | (OfSide & { readonly type: "reduce"; readonly size: TokenAmount })
  | (OfAccount & { readonly type: "addCollateral"; readonly asset: number; readonly amount: TokenAmount })
  | (OfAccount & { readonly type: "removeCollateral"; readonly asset: number; readonly amount: AmountOrMax })
  | (OfAccount & { readonly type: "repay"; readonly asset: number; readonly amount: AmountOrMax })
  | (OfAccount & { readonly type: "borrow"; readonly asset: number; readonly amount: TokenAmount })
  | {
      readonly type: "supply";
      readonly market: number;
      readonly asset: number;
      readonly amount: TokenAmount;
    }
  | {
      readonly type: "redeem";
      readonly market: number;
      readonly asset: number;
      readonly amount: AmountOrMax;
    };

interface OfPair extends OfAccount {
  readonly collateralAsset: number;
  readonly debtAsset: number;
}

/** What a person does with accounts of others, or lets others do with his. */
export type LiquidationIntent =
  | (OfPair & {
      readonly type: "take";
      /** Without the fee; `"max"`: what the engine allows. */
      readonly maxRepaid: AmountOrMax;
      /** `flash`: what is seized is sold in the same transaction to pay. */
      readonly capital: "own" | "flash";
    })
  | { readonly type: "mark"; readonly market: number; readonly accounts: readonly AccountId[] }
  | (OfPair & { readonly type: "net"; readonly counterparty: AccountId })
  | (OfAccount & { readonly type: "softZone"; readonly on: boolean })
  | (OfAccount & { readonly type: "nettable"; readonly on: boolean })
  | { readonly type: "claim"; readonly market: number; readonly asset: number };

/** What a person does with a backstop vault. */
export type BackstopIntent =
  | { readonly type: "backstopDeposit"; readonly market: number; readonly amount: TokenAmount }
  | {
      readonly type: "backstopRequest";
      readonly market: number;
      readonly shares: bigint;
      /** [seconds] */
      readonly cooldown: bigint;
    }
  | { readonly type: "backstopRedeem"; readonly market: number }
  | { readonly type: "backstopCancel"; readonly market: number }
  | (OfPair & { readonly type: "takeOver"; readonly backstop: Address });

/** A position turned round in its account; `side` is the present one. */
export type FlipIntent = OfSide & {
  readonly type: "flip";
  /** Of the new position; `"same"` keeps the present one. */
  readonly leverage: Wad | "same";
};

export type Intent = TradeIntent | LiquidationIntent | BackstopIntent | FlipIntent;
export type IntentType = Intent["type"];

/** Who asked, and on which chain: a transaction never goes out for somebody else. */
export interface IntentOwner {
  readonly owner: Address;
  readonly chainId: number;
}
