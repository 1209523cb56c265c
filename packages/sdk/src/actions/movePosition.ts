import { encodeFunctionData, isAddressEqual } from "viem";
import { accountOwner } from "../accounts";
import { accountOf, assetOf, marketOf, poolOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { accountMoverAbi } from "../generated/ordersAbis";
import { health } from "../math/EngineRisk";
import { divUp, min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Call, Plan, Preview } from "../plan";
import type { AccountId, AccountState, AssetState, MarketState, Snapshot } from "../types";
import { MAX_UINT256, type TokenAmount } from "../units";
import * as guard from "./guards";
import { frozen } from "./plan";
import { setOperator } from "./setOperator";
import { notExpired } from "./tradeGuards";

const FEE_UNIT = 1_000_000n;

/** Parameters of {@link movePosition}. */
export interface MovePositionParameters {
  /** Snapshot with both accounts. */
  readonly snapshot: Snapshot;
  readonly from: AccountId;
  /** Account of the same owner, empty or in `market`. */
  readonly to: AccountId;
  /** Market of `to`: that of `from`, or another that lists the same tokens at the same indices. */
  readonly market: number;
  /** Index of the collateral. */
  readonly collateralAsset: number;
  /** Index of the debt. */
  readonly debtAsset: number;
  /** Collateral moved; `"max"` moves all. */
  readonly collateral: TokenAmount | "max";
  /** Debt moved; `"max"` moves all that is owed when it executes. */
  readonly debt: TokenAmount | "max";
  /** Whether the account mover is an operator of the owner already, from `readOperator`. */
  readonly operator: boolean;
  /** Last valid time [unix seconds]. */
  readonly deadline: bigint;
}

/** Arguments of a `movePosition` plan. */
export interface MovePositionArgs {
  readonly from: AccountId;
  readonly to: AccountId;
  readonly market: number;
  readonly collateral: TokenAmount;
  readonly debt: TokenAmount;
  /** Most the loan of the pool may cost, which `to` will owe. */
  readonly maxFee: TokenAmount;
  readonly deadline: bigint;
}

/** Both accounts before and after; `before` and `after` are those of `to`. */
export interface MovePreview extends Preview {
  readonly from: Preview;
  /** What the loan of the pool costs: added to the debt. */
  readonly fee: TokenAmount;
}

/** What {@link movePosition} returns. */
export type MovePositionReturnType = Plan<"movePosition", MovePositionArgs, MovePreview>;

/** What {@link movePosition} throws. */
export type MovePositionErrorType = GimbalErrorType;

/**
 * Moves collateral, or a position, from one account of the owner to another. Debt moves by a loan of the pool, whose fee
 * is added to it. The account mover must be an operator: the plan makes it one first, if it is not.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with both accounts.
 * @param parameters.from Account that gives.
 * @param parameters.to Account that takes.
 * @param parameters.market Market of `to`: that of `from`, or another with the same tokens at the same indices.
 * @param parameters.collateralAsset Index of the collateral.
 * @param parameters.debtAsset Index of the debt.
 * @param parameters.collateral Collateral moved, or `"max"`.
 * @param parameters.debt Debt moved, or `"max"`.
 * @param parameters.operator Whether the account mover is an operator already.
 * @param parameters.deadline Last valid time.
 * @returns Frozen plan with one call, or two: they can be sent in one batch or one after the other.
 * @throws {AccountMissingError} when the snapshot was read without one of the accounts.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const to = positionAccount(owner, 1, "short");
 * const assets = { collateralAsset: 1, debtAsset: 0, collateral: "max", debt: "max" } as const;
 * const plan = movePosition({ snapshot, from: account, to, market: 1, ...assets, operator: false, deadline });
 */
export function movePosition(parameters: MovePositionParameters): MovePositionReturnType {
  const { snapshot, deadline } = parameters;
  const market = marketOf(snapshot, parameters.market);
  const [from, to] = [accountOf(snapshot, parameters.from), accountOf(snapshot, parameters.to)];
  const source = from.market === 0 ? market : marketOf(snapshot, from.market);
  const shape = shapeIn(snapshot, market, parameters);
  const given = shapeIn(snapshot, source, parameters);
  const held = from.collateral[shape.collateral.index] ?? 0n;
  const owed = from.debt[shape.debt.index] ?? 0n;
  const collateral = parameters.collateral === "max" ? held : parameters.collateral;
  const debt = parameters.debt === "max" ? owed : min(parameters.debt, owed);
  // asset 0 has no pool of its own: that of any other asset lends it
  const pool = poolOf(snapshot, market.id, shape.debt.index || shape.collateral.index || 1);
  const fee = divUp(debt * BigInt(pool.fee), FEE_UNIT);
  // the debt grows until the block comes
  const maxFee = debt === 0n ? 0n : fee + fee / 1_000n + 1n;
  const order = {
    from: from.id,
    to: to.id,
    market: market.id,
    collateralAsset: shape.collateral.index,
    debtAsset: shape.debt.index,
    collateral: parameters.collateral === "max" ? MAX_UINT256 : parameters.collateral,
    debt: parameters.debt === "max" ? MAX_UINT256 : parameters.debt,
    poolToken: isAddressEqual(pool.token0, shape.debt.token) ? pool.token1 : pool.token0,
    poolFee: pool.fee,
    maxFee,
    deadline,
  };
  const left = moved(given, from, { collateral: -min(collateral, held), debt: -debt });
  const taken = moved(shape, to, { collateral, debt: debt === 0n ? 0n : debt + fee });
  const args = { from: from.id, to: to.id, market: market.id, collateral, debt, maxFee, deadline };
  return frozen({
    action: { type: "movePosition", args },
    approvals: [],
    calls: callsOf(
      parameters,
      encodeFunctionData({ abi: accountMoverAbi, functionName: "move", args: [order] }),
    ),
    preview: {
      before: position(market, to.id, to),
      after: position(market, to.id, taken),
      from: { before: position(source, from.id, from), after: position(source, from.id, left) },
      fee,
    },
    guards: guard.findings(
      guard.notZero(collateral + debt),
      guard.withinCollateral(collateral, held, shape.collateral),
      guard.ownedBy(snapshot, from.id),
      sameOwner(from, to),
      guard.inMarket(to, market, snapshot),
      collateral === 0n ? undefined : sameToken(given.collateral, shape.collateral),
      debt === 0n ? undefined : sameToken(given.debt, shape.debt),
      collateral === 0n ? undefined : guard.collateralAccepted(shape.collateral),
      guard.oneSide(
        shape.collateral,
        collateral === 0n ? 0n : (to.debt[shape.collateral.index] ?? 0n),
        "hold",
      ),
      guard.oneSide(shape.debt, debt === 0n ? 0n : (to.collateral[shape.debt.index] ?? 0n), "owe"),
      guard.aboveMinimumDebt(given.debt, owed - debt),
      debt === 0n
        ? []
        : borrowing(
            shape.debt,
            debt + fee,
            source.id === market.id ? debt : 0n,
            taken.debt[shape.debt.index] ?? 0n,
          ),
      checked(snapshot, source, left),
      debt === 0n ? guard.valued(market, taken) : checked(snapshot, market, taken),
      notExpired(deadline, snapshot.timestamp),
    ),
    units: { collateral: shape.collateral, debt: shape.debt, traded: shape.debt },
  });
}

function shapeIn(
  snapshot: Snapshot,
  market: MarketState,
  { collateralAsset, debtAsset }: Pick<MovePositionParameters, "collateralAsset" | "debtAsset">,
) {
  return {
    market,
    collateral: assetOf(snapshot, market.id, collateralAsset),
    debt: assetOf(snapshot, market.id, debtAsset),
  };
}

function callsOf({ snapshot, operator }: MovePositionParameters, data: Call["data"]): readonly Call[] {
  const { accountMover } = snapshot.deployment.contracts;
  const move = { to: accountMover, data, value: 0n };
  if (operator) return [move];
  return [...setOperator({ snapshot, operator: accountMover, approved: true }).calls, move];
}

function sameOwner(from: AccountState, to: AccountState) {
  if (from.id !== to.id && isAddressEqual(accountOwner(from.id), accountOwner(to.id))) return undefined;
  return guard.block("not-owner", "Choose two accounts of the same owner.");
}

/** Another market may have another token at this index. */
function sameToken(given: AssetState, taken: AssetState) {
  if (isAddressEqual(given.token, taken.token)) return undefined;
  const message = `That market does not take ${given.symbol} from this account. Choose another account.`;
  return guard.block("account-in-other-market", message);
}

/** Cash and room under the cap: what is repaid first is there again. */
function borrowing(asset: AssetState, amount: TokenAmount, repaid: TokenAmount, owedAfter: TokenAmount) {
  const { reserve } = asset;
  const free = { ...reserve, cash: reserve.cash + repaid, debt: reserve.debt - min(repaid, reserve.debt) };
  return guard.borrowable({ ...asset, reserve: free }, amount, owedAfter);
}

/** What the engine checks of an account that owes after something left it, or was borrowed. */
function checked(snapshot: Snapshot, market: MarketState, after: ReturnType<typeof moved>) {
  if (after.debt.every((debt) => debt === 0n)) return [];
  return [
    guard.takesRisk(market),
    guard.valued(market, after),
    guard.withinPositionCap(market, after),
    ...guard.priced(
      market.assets.filter(({ index }) => (after.collateral[index] ?? 0n) + (after.debt[index] ?? 0n) !== 0n),
      snapshot.timestamp,
    ),
    guard.initialMarginMet(health(market, after, "initial")),
    guard.healthy(health(market, after, "maintenance")),
  ];
}
