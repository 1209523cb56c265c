import { inUnits } from "../amounts/sentences";
import { assetOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import type { Plan } from "../plan";
import type { TokenAmount } from "../units";
import {
  allowanceFor,
  type BackstopParameters,
  type BackstopPreview,
  backstopPlan,
  encodeShares,
  marksKnown,
  quoteBalance,
} from "./backstop";
import * as guard from "./guards";
import { ownerOf } from "./plan";

/** Parameters of {@link depositBackstop}. */
export interface DepositBackstopParameters extends BackstopParameters {
  /** Pulled from the wallet [quote units]. */
  readonly amount: TokenAmount;
}

/** Arguments of a `depositBackstop` plan. */
export interface DepositBackstopArgs {
  readonly market: number;
  readonly amount: TokenAmount;
}

/** What {@link depositBackstop} returns. */
export type DepositBackstopReturnType = Plan<"depositBackstop", DepositBackstopArgs, BackstopPreview>;

/** What {@link depositBackstop} throws. */
export type DepositBackstopErrorType = GimbalErrorType;

/**
 * Puts money into a backstop vault, for shares at its high mark.
 *
 * Reads nothing: arithmetic on the state of the vault.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.backstop Vault.
 * @param parameters.amount Pulled from the wallet.
 * @returns Frozen plan; `preview` has the shares.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = depositBackstop({ snapshot, backstop, amount: 1_000_000_000n });
 */
export function depositBackstop(parameters: DepositBackstopParameters): DepositBackstopReturnType {
  const { snapshot, backstop, amount } = parameters;
  const { market, high, shares: supply, depositCap } = backstop;
  const quote = assetOf(snapshot, market, backstop.quote);
  const room = depositCap > high ? depositCap - high : 0n;
  const shares = (amount * (supply + 1_000_000n)) / (high + 1n);
  return backstopPlan(
    parameters,
    { type: "depositBackstop", args: { market, amount } },
    encodeShares.deposit(amount, ownerOf(snapshot)),
    { assets: amount, shares },
    {
      approvals: allowanceFor(parameters, amount),
      guards: [
        guard.notZero(amount),
        guard.withinBalance(amount, quoteBalance(parameters), quote),
        marksKnown(backstop),
        amount <= room
          ? undefined
          : guard.block(
              "supply-cap-exceeded",
              `The cap of the vault leaves room for ${inUnits(room, quote)}.`,
              amount,
              room,
            ),
      ],
    },
  );
}
