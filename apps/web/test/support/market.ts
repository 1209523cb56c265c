import { type AccountId, type MarketState, type Position, positionAccount, positionOf } from "@gimbal/sdk";
import { type FixtureOptions, fixture, holding, OWNER } from "../../../../packages/sdk/test/support/fixture";

export { type FixtureOptions, fixture, holding, OWNER };

export const USDC = 10n ** 6n;
export const ETH = 10n ** 18n;
export const LIMITS = { slippage: 30n, deadline: 1_800_001_200n } as const;

/** The ETH market of a fixture. */
export function marketOfFixture(options: FixtureOptions = {}): MarketState {
  return fixture(options).markets[0] as MarketState;
}

export function accountOf(side: "long" | "short"): AccountId {
  return positionAccount(OWNER, 1, side);
}

/** A snapshot in which the owner holds 3 ETH and owes 6,000 USDC: 3× at 3,000. */
export function withLong(options: FixtureOptions = {}) {
  return fixture({ ...options, accounts: [holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n])] });
}

/** A snapshot in which the owner holds 9,000 USDC and owes 2 ETH. */
export function withShort(options: FixtureOptions = {}) {
  return fixture({ ...options, accounts: [holding("short", [9_000n * USDC, 0n], [0n, 2n * ETH])] });
}

export function positionIn(snapshot: ReturnType<typeof fixture>, side: "long" | "short"): Position {
  return positionOf(snapshot, accountOf(side)) as Position;
}
