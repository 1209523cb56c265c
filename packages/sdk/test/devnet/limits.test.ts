import { encodeFunctionData, type Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accountOf,
  addCollateral,
  assetOf,
  borrow,
  EngineRisk,
  estimateSwap,
  type GuardCode,
  maxLeverage,
  type OpenPositionParameters,
  openPosition,
  type Plan,
  poolOf,
  positionAccount,
  positionsOf,
  quoteSwap,
  readPriceHistory,
  removeCollateral,
  repay,
  supply,
  WAD,
} from "../../src";
import { marginEngineGovernanceAbi } from "../../src/generated/riskAbis";
import { type Devnet, startChain, Trader } from "../support/devnet";
import { createRandom } from "../support/random";

const USDC = 1_000_000n;
let devnet: Devnet;
let trader: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  trader = new Trader(devnet, devnet.accounts.traders[0]);
  const snapshot = await trader.snapshot();
  for (const symbol of ["USDC", "ETH"]) {
    const { token } = snapshot.markets[0]?.assets.find((a) => a.symbol === symbol) ?? assetOf(snapshot, 1, 0);
    for (const spender of [
      devnet.deployment.contracts.marginEngine,
      devnet.deployment.contracts.tradeRouter,
    ]) {
      await trader.approve(token, spender, 1n << 100n);
    }
  }
}, 180_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

const terms = async (over: Partial<OpenPositionParameters> = {}) =>
  ({
    snapshot: await trader.snapshot(),
    market: 1,
    side: "long",
    equity: 1_000n * USDC,
    leverage: 3n * WAD,
    slippage: 50n,
    deadline: (await devnet.client.getBlock()).timestamp + 600n,
    ...over,
  }) as OpenPositionParameters;

const blocks = (plan: Plan<string, unknown, unknown>) =>
  plan.guards.filter((g) => g.level === "block").map((g) => g.code);

describe("a guard says what the chain says", () => {
  /** The plan is blocked by this guard, and the chain refuses its call with this error. */
  const agree = async (plan: Plan<string, unknown, unknown>, code: GuardCode, error: string | undefined) => {
    expect(blocks(plan)).toContain(code);
    const guard = plan.guards.find((g) => g.code === code);
    expect(guard?.message).toMatch(/^[A-Z0-9].*\.$/s);
    if (error !== undefined) expect((await trader.refusal(plan.calls[0]))?.name).toBe(error);
  };

  test("nothing is wrong with an ordinary order", async () => {
    const plan = openPosition(await terms());
    expect(plan.guards).toEqual([]);
    expect(await trader.refusal(plan.calls[0])).toBeUndefined();
  });

  test("zero", async () => {
    await agree(openPosition(await terms({ equity: 0n })), "amount-zero", "ZeroAmountError");
    await agree(
      supply({ snapshot: await trader.snapshot(), market: 1, asset: 0, amount: 0n }),
      "amount-zero",
      "ZeroAmountError",
    );
  });

  test("more than the wallet has", async () => {
    const snapshot = await trader.snapshot();
    const balance = snapshot.wallet[0]?.balance ?? 0n;
    await agree(
      openPosition(await terms({ equity: balance + 1n })),
      "amount-above-balance",
      "TransferFromFailedError",
    );
  });

  test("dust", async () => {
    const plan = openPosition(await terms({ leverage: undefined, borrow: 1n } as never));
    await agree(plan, "debt-below-minimum", "DebtBelowMinimumError");
  });

  test("over leverage, to the unit", async () => {
    for (const side of ["long", "short"] as const) {
      const common = await terms({ side });
      const most = maxLeverage({ snapshot: common.snapshot, market: 1, side, equity: common.equity });
      if (most === undefined) throw new TypeError("prices are up");
      expect(most.boundBy).toBe("volatility");
      const at = (amount: bigint) =>
        openPosition({ ...common, leverage: undefined, borrow: amount } as never);
      expect(blocks(at(most.borrow))).toEqual([]);
      expect(await trader.refusal(at(most.borrow).calls[0])).toBeUndefined();
      await agree(at(most.borrow + 1n), "initial-margin-not-met", "InitialMarginNotMetError");
      expect(blocks(openPosition({ ...common, leverage: most.leverage } as never))).toEqual([]);
    }
  });

  test("more than the reserve has, and more than its cap", async () => {
    const snapshot = await trader.snapshot();
    const { cash, debt, limits } = assetOf(snapshot, 1, 0).reserve;
    const account = positionAccount(trader.address, 1, "long");
    const above = borrow({ snapshot, account, market: 1, asset: 0, amount: cash + 1n });
    await agree(above, "cash-short", "InsufficientCashError");
    const room = limits.debtCap - debt;
    if (room < cash) {
      const plan = borrow({ snapshot, account, market: 1, asset: 0, amount: room + 2n });
      await agree(plan, "debt-cap-exceeded", "DebtCapExceededError");
    }
    const full = limits.supplyCap;
    await agree(
      supply({ snapshot, market: 1, asset: 0, amount: full }),
      "supply-cap-exceeded",
      "SupplyCapExceededError",
    );
  });

  test("a deadline that has passed", async () => {
    const { timestamp } = await devnet.client.getBlock();
    await agree(
      openPosition(await terms({ deadline: timestamp - 1n })),
      "deadline-passed",
      "OrderExpiredError",
    );
  });

  test("a price that moved further than the limit", async () => {
    const plan = openPosition(await terms({ slippage: 1n }));
    expect(plan.guards.map((g) => [g.code, g.level])).toEqual([["slippage-low", "warn"]]);
    expect(await trader.refusal(plan.calls[0])).toBeUndefined();
    await trader.send(openPosition(await terms({ market: 4, equity: 20_000n * USDC, leverage: 5n * WAD })));
    expect((await trader.refusal(plan.calls[0]))?.name).toBe("SlippageExceededError");
  });

  test("somebody else's account", async () => {
    const other = positionAccount(devnet.accounts.traders[1].address, 1, "long");
    const snapshot = await trader.snapshot([other]);
    const plan = addCollateral({ snapshot, account: other, market: 1, asset: 1, amount: WAD });
    await agree(plan, "not-owner", "NotAuthorizedError");
  });

  test("an account of another market, and one that would hold and owe the same", async () => {
    const opened = openPosition(await terms());
    await trader.send(opened);
    const { account } = opened.action.args;
    const snapshot = await trader.snapshot();
    await agree(
      addCollateral({ snapshot, account, market: 4, asset: 1, amount: WAD }),
      "account-in-other-market",
      "AccountInOtherMarketError",
    );
    await agree(
      addCollateral({ snapshot, account, market: 1, asset: 0, amount: USDC }),
      "same-asset",
      "SameAssetError",
    );
    await agree(
      borrow({ snapshot, account, market: 1, asset: 1, amount: WAD }),
      "same-asset",
      "SameAssetError",
    );
    const held = accountOf(snapshot, account).collateral[1] ?? 0n;
    await agree(
      removeCollateral({ snapshot, account, asset: 1, amount: held + 1n }),
      "amount-above-collateral",
      "InsufficientCollateralError",
    );
    await agree(
      removeCollateral({ snapshot, account, asset: 1, amount: held }),
      "initial-margin-not-met",
      "InitialMarginNotMetError",
    );
    const owed = accountOf(snapshot, account).debt[0] ?? 0n;
    await agree(
      repay({ snapshot, account, asset: 0, amount: owed - 1n }),
      "debt-below-minimum",
      "DebtBelowMinimumError",
    );
  });

  test("a paused market", async () => {
    const data = encodeFunctionData({
      abi: marginEngineGovernanceAbi,
      functionName: "setPaused",
      args: [1, true],
    });
    const guardian = new Trader(devnet, devnet.accounts.guardian);
    const hash = await guardian.wallet.sendTransaction({
      to: devnet.deployment.contracts.marginEngine,
      data,
    });
    await devnet.client.waitForTransactionReceipt({ hash });
    await agree(openPosition(await terms()), "market-paused", "MarketPausedError");
  });

  test("a feed that is silent", async () => {
    await devnet.elapse(4 * 86_400);
    await agree(
      openPosition(await terms({ leverage: undefined, borrow: 1_000n * USDC } as never)),
      "price-stale",
      "PriceUnavailableError",
    );
  });

  test("sources that disagree are a warning", async () => {
    await devnet.publish("ETH", ((await devnet.price("ETH")) * 105n) / 100n);
    const plan = openPosition(await terms({ leverage: 2n * WAD }));
    expect(plan.guards.map((g) => [g.code, g.level])).toContainEqual(["price-guarded", "warn"]);
    expect(blocks(plan)).toEqual([]);
    expect(await trader.refusal(plan.calls[0])).toBeUndefined();
  });
});

describe("reads", () => {
  test("every account's health in the snapshot is the one the SDK computes", async () => {
    for (const [market, side, leverage] of [
      [1, "long", 3n],
      [2, "short", 4n],
      [3, "long", 2n],
      [4, "short", 5n],
    ] as const) {
      await trader.send(openPosition(await terms({ market, side, leverage: leverage * WAD })));
    }
    const snapshot = await trader.snapshot();
    expect(positionsOf(snapshot)).toHaveLength(4);
    for (const position of positionsOf(snapshot)) {
      const account = accountOf(snapshot, position.account);
      expect(position.maintenance).toEqual(account.maintenance);
      expect(EngineRisk.health(position.market, account, "initial")).toEqual(account.initial);
      expect(position.liquidatable).toBe(false);
    }
  });

  test("a local quote is the pool's, to the wei", async () => {
    const random = createRandom(5n);
    const snapshot = await trader.snapshot();
    const { client, deployment } = devnet;
    let exact = 0;
    for (let i = 0; i < 24; i++) {
      const market = random.int(1, 3);
      const pool = poolOf(snapshot, market);
      const [quote, base] = [assetOf(snapshot, market, 0), assetOf(snapshot, market, 1)];
      const [from, to] = random.chance(50) ? [quote, base] : [base, quote];
      const dollars = random.between(1n, 20_000n) * WAD;
      const amountOf = (a: typeof base) => (dollars * 10n ** BigInt(a.decimals)) / a.price.mid;
      const trade = random.chance(50) ? { amountIn: amountOf(from) } : { amountOut: amountOf(to) };
      const local = estimateSwap({ pool, tokenIn: from.token, ...trade });
      const chain = await quoteSwap(client, { deployment, pool, tokenIn: from.token, ...trade });
      expect({ ...local, source: 0, fee: 0, priceImpact: 0 }).toEqual({
        ...chain,
        source: 0,
        fee: 0,
        priceImpact: 0,
      });
      exact++;
    }
    expect(exact).toBe(24);
  });

  test("prices of the feed, oldest first", async () => {
    const eth = assetOf(await trader.snapshot(), 1, 1);
    const points = await readPriceHistory(devnet.client, { feed: eth.deployed.feed });
    expect(points.length).toBeGreaterThan(100);
    expect(points.length).toBeLessThanOrEqual(300);
    for (const [i, point] of points.entries()) expect(point.time).toBeGreaterThan(points[i - 1]?.time ?? 0n);
    expect(points.at(-1)?.price).toBe((await devnet.price("ETH")) * 10n ** 10n);
    expect(await readPriceHistory(devnet.client, { feed: eth.deployed.feed, rounds: 5 })).toEqual(
      points.slice(-5),
    );
  });
});
