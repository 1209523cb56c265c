import type { AccountId, Side, TokenAmount } from "@gimbal/sdk";
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
export type Intent =
  | (OfSide & {
      readonly type: "open";
      /** Paid from the wallet [units of the quote asset]. */
      readonly equity: TokenAmount;
      /** Debt taken on: quote asset for a long, base asset for a short. */
      readonly borrow: TokenAmount;
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

export type IntentType = Intent["type"];

/** Who asked, and on which chain: a transaction never goes out for somebody else. */
export interface IntentOwner {
  readonly owner: Address;
  readonly chainId: number;
}
