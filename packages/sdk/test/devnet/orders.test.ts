import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type AccountId,
  type AccountState,
  accountId,
  accountOf,
  addCollateral,
  borrow,
  EngineRisk,
  flipPosition,
  marketOf,
  movePosition,
  openPosition,
  type Position,
  positionAccount,
  positionOf,
  readOperator,
  type Side,
  type Snapshot,
  setOperator,
  swapCollateral,
  swapDebt,
  WAD,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
const CROSS = 4;
let devnet: Devnet;
let trader: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  trader = new Trader(devnet, devnet.accounts.traders[0]);
}, 240_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

const limits = async () => ({ slippage: 50n, deadline: (await devnet.client.getBlock()).timestamp + 600n });

async function open(side: Side, leverage: bigint) {
  const terms = { market: 1, side, equity: 1_000n * USDC, leverage, ...(await limits()) };
  await trader.send(openPosition({ snapshot: await trader.snapshot(), ...terms }));
  return positionAccount(trader.address, 1, side);
}

/** Holds ETH and owes USDC in the cross market. */
async function openCross(): Promise<AccountId> {
  const account = positionAccount(trader.address, CROSS, "long");
  const add = { account, market: CROSS, asset: 1, amount: WAD / 2n };
  await trader.send(addCollateral({ snapshot: await trader.snapshot(), ...add }));
  const take = { account, market: CROSS, asset: 0, amount: 700n * USDC };
  await trader.send(borrow({ snapshot: await trader.snapshot(), ...take }));
  return account;
}

/**
 * The account after the order is what the preview said: what is held to the wei, but for what the interest of a few
 * seconds took from the proceeds; what is owed to the unit that rounds up.
 */
async function expectPreview(after: Position | undefined, account: AccountId, interest = 10_000_000n) {
  const snapshot = await trader.snapshot([account]);
  const state = accountOf(snapshot, account);
  for (const { index } of marketOf(snapshot, after?.market.id ?? 1).assets) {
    const leg = after?.legs.find((l) => l.asset.index === index);
    near(state.collateral[index] ?? 0n, leg?.collateral ?? 0n, interest);
    near(state.debt[index] ?? 0n, leg?.debt ?? 0n, interest);
  }
  expectHealth(snapshot, state);
  return positionOf(snapshot, account);
}

function near(actual: bigint, expected: bigint, part: bigint) {
  const off = actual > expected ? actual - expected : expected - actual;
  expect(off).toBeLessThanOrEqual(expected / part + 1n);
}

/** Health by the mathematics of the SDK is the engine's. */
function expectHealth(snapshot: Snapshot, state: AccountState) {
  if (state.market === 0) return;
  expect(EngineRisk.health(marketOf(snapshot, state.market), state, "maintenance")).toEqual(
    state.maintenance,
  );
}

describe.each(["long", "short"] as const)("a %s", (side) => {
  test("flips at the same leverage, as previewed", async () => {
    const account = await open(side, 3n * WAD);
    const plan = flipPosition({
      snapshot: await trader.snapshot(),
      market: 1,
      side,
      leverage: "same",
      ...(await limits()),
    });
    expect(plan.approvals).toEqual([]);
    await trader.send(plan);
    const position = await expectPreview(plan.preview.after, account, 1_000_000n);
    expect(position?.side).toBe(side === "long" ? "short" : "long");
    // at the prices of the snapshot: the average price of the pool goes on moving while blocks come
    const [before, after] = [plan.preview.before?.leverage ?? 0n, plan.preview.after?.leverage ?? 0n];
    expect(after).toBeLessThanOrEqual(before);
    near(after, before, 1_000_000n);
  });

  test("flips to a given debt, and to none", async () => {
    const account = await open(side, 2n * WAD);
    const amount = side === "long" ? WAD / 10n : 300n * USDC;
    const turn = async (from: Side, borrowed: bigint) => {
      const snapshot = await trader.snapshot();
      const how = { account, borrow: borrowed, ...(await limits()) };
      const plan = flipPosition({ snapshot, market: 1, side: from, ...how });
      await trader.send(plan);
      return expectPreview(plan.preview.after, account, 1_000_000n);
    };
    const first = await turn(side, amount);
    expect(first?.legs.map((l) => l.debt).filter((debt) => debt !== 0n)).toHaveLength(1);
    const back = await turn(side === "long" ? "short" : "long", 0n);
    expect(back?.legs).toHaveLength(1);
  });

  test("is told before it is sent that the leverage is too high, and the chain agrees", async () => {
    await open(side, 2n * WAD);
    const how = { market: 1, side, leverage: 40n * WAD, ...(await limits()) };
    const plan = flipPosition({ snapshot: await trader.snapshot(), ...how });
    expect(plan.guards.map((g) => g.code)).toContain("initial-margin-not-met");
    expect((await trader.refusal(plan.calls[0]))?.name).toBe("InitialMarginNotMetError");
  });
});

test("a flip whose price moved away is refused by its limit", async () => {
  await open("long", 3n * WAD);
  const how = {
    market: 1,
    side: "long",
    leverage: "same",
    slippage: 10n,
    deadline: (await limits()).deadline,
  } as const;
  const plan = flipPosition({ snapshot: await trader.snapshot(), ...how });
  await devnet.shock({ asset: "ETH", percent: -2 });
  expect((await trader.refusal(plan.calls[0]))?.name).toBe("SlippageExceededError");
});

test.each([
  ["directly", 0, "max"],
  ["through two pools", 2, WAD / 5n],
  ["all of it, through two pools", 3, "max"],
] as const)("collateral is swapped %s as previewed", async (_, to, amount) => {
  const account = positionAccount(trader.address, CROSS, "long");
  if (to === 0) {
    const add = { account, market: CROSS, asset: 1, amount: WAD / 2n };
    await trader.send(addCollateral({ snapshot: await trader.snapshot(), ...add }));
  } else await openCross();
  const snapshot = await trader.snapshot();
  const plan = swapCollateral({ snapshot, account, market: CROSS, from: 1, to, amount, ...(await limits()) });
  expect(plan.preview.quotes).toHaveLength(to === 0 ? 1 : 2);
  await trader.send(plan);
  await expectPreview(plan.preview.after, account);
  const held = accountOf(await trader.snapshot(), account).collateral[to];
  expect(held).toBe(plan.preview.amountOut);
});

test.each([
  ["all of it", "max"],
  ["in part", 300n * USDC],
] as const)("debt is swapped as previewed, %s", async (_, amount) => {
  const account = await openCross();
  const terms = { account, market: CROSS, from: 0, to: 2, amount, ...(await limits()) };
  const plan = swapDebt({ snapshot: await trader.snapshot(), ...terms });
  await trader.send(plan);
  await expectPreview(plan.preview.after, account, 1_000_000n);
  const { debt } = accountOf(await trader.snapshot(), account);
  if (amount === "max") expect(debt[0]).toBe(0n);
  expect(debt[2]).toBeGreaterThan(0n);
});

test("swaps that the engine would refuse are blocked by name", async () => {
  const account = await openCross();
  const snapshot = await trader.snapshot();
  const terms = { snapshot, account, market: CROSS, ...(await limits()) };
  const codes = (plan: { readonly guards: readonly { readonly code: string }[] }) =>
    plan.guards.map((g) => g.code);
  const owed = swapCollateral({ ...terms, from: 1, to: 0, amount: WAD / 10n });
  expect(codes(owed)).toContain("same-asset");
  expect((await trader.refusal(owed.calls[0]))?.name).toBe("SameAssetError");
  const held = swapDebt({ ...terms, from: 0, to: 1, amount: "max" });
  expect(codes(held)).toContain("same-asset");
  expect((await trader.refusal(held.calls[0]))?.name).toBe("SameAssetError");
  const more = swapCollateral({ ...terms, from: 1, to: 2, amount: WAD });
  expect(codes(more)).toContain("amount-above-collateral");
  expect((await trader.refusal(more.calls[0]))?.name).toBe("InsufficientCollateralError");
  const late = swapCollateral({
    ...terms,
    from: 1,
    to: 2,
    amount: WAD / 10n,
    deadline: snapshot.timestamp - 1n,
  });
  expect(codes(late)).toContain("deadline-passed");
  expect((await trader.refusal(late.calls[0]))?.name).toBe("OrderExpiredError");
});

test.each(["long", "short"] as const)(
  "a %s moves to another account with its debt and the fee",
  async (side) => {
    const from = await open(side, 3n * WAD);
    const to = accountId(trader.address, 77n);
    const { deployment, client } = devnet;
    const operator = await readOperator(client, { deployment, owner: trader.address });
    expect(operator).toBe(false);
    const assets =
      side === "long" ? { collateralAsset: 1, debtAsset: 0 } : { collateralAsset: 0, debtAsset: 1 };
    const all = { ...assets, collateral: "max", debt: "max", deadline: (await limits()).deadline } as const;
    const snapshot = await trader.snapshot([to]);
    const plan = movePosition({ snapshot, from, to, market: 1, ...all, operator });
    expect(plan.guards.filter((g) => g.level === "block")).toEqual([]);
    expect(plan.calls).toHaveLength(2);
    for (const call of plan.calls) await trader.send({ ...plan, calls: [call] });
    await expectPreview(plan.preview.after, to, 1_000_000n);
    expect(positionOf(await trader.snapshot(), from)).toBeUndefined();
    expect(plan.preview.from.after).toBeUndefined();
    expect(await readOperator(client, { deployment, owner: trader.address })).toBe(true);
  },
);

test("collateral alone moves for nothing, as far as the margin of what is left allows", async () => {
  const from = await open("long", 2n * WAD);
  const to = accountId(trader.address, 77n);
  const { accountMover } = devnet.deployment.contracts;
  await trader.send(
    setOperator({ snapshot: await trader.snapshot(), operator: accountMover, approved: true }),
  );
  const { deadline } = await limits();
  const common = {
    from,
    to,
    market: 1,
    collateralAsset: 1,
    debtAsset: 0,
    debt: 0n,
    operator: true,
    deadline,
  } as const;
  const part = (accountOf(await trader.snapshot(), from).collateral[1] ?? 0n) / 10n;
  const plan = movePosition({ snapshot: await trader.snapshot([to]), ...common, collateral: part });
  expect(plan.preview.fee).toBe(0n);
  await trader.send(plan);
  await expectPreview(plan.preview.after, to);
  await expectPreview(plan.preview.from.after, from);
  const most = movePosition({ snapshot: await trader.snapshot([to]), ...common, collateral: "max" });
  expect(most.guards.map((g) => g.code)).toContain("initial-margin-not-met");
  expect((await trader.refusal(most.calls[0]))?.name).toBe("InitialMarginNotMetError");
});
