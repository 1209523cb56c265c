import { createRandom } from "./random";

/** How the accounts of one market are made up. */
export interface PopulationPlan {
  readonly accounts: number;
  /** Exposure over equity; each account has one of them, all equally likely. */
  readonly leverages: readonly number[];
  /** Share of accounts that are long. */
  readonly longs: number;
  /** Standard deviation of the logarithm of the sizes. */
  readonly spread: number;
  /** Debt of all accounts together [USD]. */
  readonly debt: number;
  readonly seed: number;
}

/** One account, before the protocol has said how much of it it lets open. */
export interface PlannedAccount {
  readonly asset: number;
  readonly isLong: boolean;
  /** Exposure over equity [1e-2]. */
  readonly leverage: bigint;
  /** [USD wad] */
  readonly equity: bigint;
}

const CENTS = 10n ** 16n;
/** Equity below which nobody opens an account [USD]. */
const LEAST_EQUITY = 200;

/** Accounts of one market: leverages picked, equities log-normal, all scaled so that their debts add up to the plan. */
export function populationOf(asset: number, plan: PopulationPlan): readonly PlannedAccount[] {
  const random = createRandom(plan.seed * 7_919 + asset);
  const drawn = Array.from({ length: plan.accounts }, () => ({
    isLong: random.uniform() < plan.longs,
    leverage: random.pick(plan.leverages),
    weight: exp(plan.spread * random.normal()),
  }));
  const debtOf = ({ isLong, leverage }: { isLong: boolean; leverage: number }) =>
    isLong ? leverage - 1 : leverage;
  const total = drawn.reduce((sum, account) => sum + account.weight * debtOf(account), 0);
  return drawn.map(({ isLong, leverage, weight }) => ({
    asset,
    isLong,
    leverage: BigInt(Math.round(leverage * 100)),
    equity: BigInt(Math.round(Math.max((weight / total) * plan.debt, LEAST_EQUITY) * 100)) * CENTS,
  }));
}

/** Math.exp may differ in its last bit between machines; this does not. */
function exp(x: number): number {
  const halved = x / 1024;
  let term = 1;
  let sum = 1;
  for (let i = 1; i < 12; i++) {
    term *= halved / i;
    sum += term;
  }
  for (let i = 0; i < 10; i++) sum *= sum;
  return sum;
}
