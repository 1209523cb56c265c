import {
  EngineRisk,
  GimbalError,
  type Position,
  type Snapshot,
  type TradeLimits,
  walletOf,
} from "@gimbal/sdk";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { planOf } from "@/features/transaction/plan-trade";
import { type AdjustForm, type AdjustMode, adjustAction, adjustIntent, legOf } from "./adjust-intent";

/** Largest integer from 0 to `ceiling` that is allowed, if all smaller ones are; 0 if none is. */
export function largestAllowed(ceiling: bigint, isAllowed: (amount: bigint) => boolean): bigint {
  if (ceiling <= 0n) return 0n;
  if (isAllowed(ceiling)) return ceiling;
  let good = 0n;
  let bad = ceiling;
  while (bad - good > 1n) {
    const middle = (good + bad) / 2n;
    if (isAllowed(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** What Max types, and how much there is in all. */
export interface AdjustLimit {
  readonly max: bigint;
  /** Max takes everything, so the chain may decide how much that is. */
  readonly isAll: boolean;
}

interface LimitInputs {
  readonly snapshot: Snapshot;
  readonly limits: TradeLimits;
  readonly position: Position;
  readonly mode: AdjustMode;
  readonly asset: number;
}

/** The most a form can ask for. What lowers health leaves it above the risky line. */
export function adjustLimit(inputs: LimitInputs): AdjustLimit {
  const { snapshot, position, mode, asset } = inputs;
  const leg = legOf(position, asset);
  const state = position.market.assets[asset];
  const balance = (state && walletOf(snapshot, state.token)?.balance) ?? 0n;
  switch (adjustAction(position, { mode, asset })) {
    case "addCollateral":
      return { max: balance, isAll: false };
    case "repay": {
      const owed = leg?.debt ?? 0n;
      return balance >= owed ? { max: owed, isAll: true } : { max: balance, isAll: false };
    }
    case "removeCollateral": {
      const held = leg?.collateral ?? 0n;
      const max = largestAllowed(held, (amount) => isSafe(inputs, { collateral: -amount }));
      return { max, isAll: max === held && held > 0n };
    }
    case "borrow": {
      const { cash = 0n, debt = 0n, limits } = state?.reserve ?? {};
      const room = limits === undefined || limits.debtCap < debt ? 0n : limits.debtCap - debt;
      const ceiling = cash < room ? cash : room;
      return { max: largestAllowed(ceiling, (amount) => isSafe(inputs, { debt: amount })), isAll: false };
    }
    case "reduce":
      return { max: largestAllowed(position.size, (amount) => isPlannable(inputs, amount)), isAll: false };
  }
}

/** What a position would hold and owe with this change of one asset. */
interface Change {
  readonly collateral?: bigint;
  readonly debt?: bigint;
}

/** The engine's own check after an action that adds risk, and a health above the risky line. */
function isSafe({ position, asset }: LimitInputs, { collateral = 0n, debt = 0n }: Change): boolean {
  const { market, legs } = position;
  const held = market.assets.map(
    ({ index }) => legs.find((leg) => leg.asset.index === index)?.collateral ?? 0n,
  );
  const owed = market.assets.map(({ index }) => legs.find((leg) => leg.asset.index === index)?.debt ?? 0n);
  held[asset] = (held[asset] ?? 0n) + collateral;
  owed[asset] = (owed[asset] ?? 0n) + debt;
  const amounts = { collateral: held, debt: owed };
  if (owed.every((amount) => amount === 0n)) return true;
  const [initial, maintenance] = [
    EngineRisk.health(market, amounts, "initial"),
    EngineRisk.health(market, amounts, "maintenance"),
  ];
  if (initial === undefined || maintenance === undefined || !EngineRisk.covers(initial)) return false;
  const health = EngineRisk.factorOf(maintenance);
  return health === null || health > RISKY_HEALTH;
}

function isPlannable(inputs: LimitInputs, amount: bigint): boolean {
  const plan = planFor(inputs, { ...inputs, amount, isAll: false });
  return plan !== undefined && !plan.guards.some((guard) => guard.level === "block");
}

function planFor({ snapshot, limits, position }: LimitInputs, form: AdjustForm) {
  const intent = adjustIntent(position, form);
  if (intent === undefined) return undefined;
  try {
    return planOf(intent, { snapshot, limits });
  } catch (error) {
    if (error instanceof GimbalError) return undefined;
    throw error;
  }
}
