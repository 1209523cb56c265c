import {
  type AccountState,
  type MarketState,
  positionAccount,
  type Snapshot,
  spareAccount,
} from "@gimbal/sdk";
import { ETH, fixture, OWNER, USDC } from "./market";

export const CROSS = 4;
export const LONG = positionAccount(OWNER, 1, "long");
export const SHORT = positionAccount(OWNER, 1, "short");
export const CROSS_ACCOUNT = positionAccount(OWNER, CROSS, "long");

interface Amounts {
  readonly market: number;
  readonly collateral: readonly bigint[];
  readonly debt: readonly bigint[];
}

const NOTHING: Amounts = { market: 0, collateral: [], debt: [] };

/** The ETH market and a cross market with the same assets, and every account of the owner in both. */
export function ordersFixture(filled: Readonly<Record<string, Amounts>> = {}): Snapshot {
  const snapshot = fixture({ cash: 10n ** 24n });
  const [isolated] = snapshot.markets as readonly [MarketState];
  const cross: MarketState = {
    ...isolated,
    id: CROSS,
    slug: "cross",
    assets: isolated.assets.map((asset) => ({ ...asset, market: CROSS })),
    deployed: { ...isolated.deployed, id: CROSS, slug: "cross", kind: "cross" },
  };
  const spares = [1, CROSS].flatMap((market) => [2, 3].map((number) => spareAccount(OWNER, market, number)));
  const none = { collateral: 0n, debt: 0n, margin: 0n };
  const accounts = [LONG, SHORT, CROSS_ACCOUNT, ...spares].map(
    (id): AccountState => ({
      ...{ id, owner: OWNER, index: 0n, maintenance: none, initial: none },
      ...(filled[id] ?? NOTHING),
    }),
  );
  const deployment = {
    ...snapshot.deployment,
    markets: [isolated.deployed, cross.deployed],
  };
  return { ...snapshot, deployment, markets: [isolated, cross], accounts };
}

/** Holds 3 ETH and owes 4,000 USDC. */
export const leveraged = (market: number): Amounts => ({
  market,
  collateral: [0n, 3n * ETH],
  debt: [4_000n * USDC, 0n],
});

/** Holds ETH alone. */
export const holdingOnly = (market: number, amount = ETH): Amounts => ({
  market,
  collateral: [0n, amount],
  debt: [0n, 0n],
});
