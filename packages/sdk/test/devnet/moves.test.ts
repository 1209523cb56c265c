import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type AccountId,
  accountOf,
  addCollateral,
  decodeOrder,
  EngineRisk,
  type MovePositionReturnType,
  marketOf,
  movePosition,
  openPosition,
  type Position,
  positionAccount,
  positionOf,
  positionsOf,
  setOperator,
  spareAccount,
  spareNumber,
  swapCollateral,
  swapDebt,
  WAD,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
const CROSS = 4;
const MAX = 2n ** 256n - 1n;
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

async function openLong(market: number) {
  const terms = {
    market,
    side: "long",
    equity: 1_000n * USDC,
    leverage: 3n * WAD,
    ...(await limits()),
  } as const;
  await trader.send(openPosition({ snapshot: await trader.snapshot(), ...terms }));
  return positionAccount(trader.address, market, "long");
}

async function allowMover() {
  const operator = devnet.deployment.contracts.accountMover;
  await trader.send(setOperator({ snapshot: await trader.snapshot(), operator, approved: true }));
}

const both = { collateralAsset: 1, debtAsset: 0, operator: true } as const;

async function move(from: AccountId, to: AccountId, market: number, amounts: Amounts) {
  const { deadline } = await limits();
  return movePosition({ snapshot: await trader.snapshot(), from, to, market, ...both, ...amounts, deadline });
}
type Amounts = Pick<Parameters<typeof movePosition>[0], "collateral" | "debt">;
const all = { collateral: "max", debt: "max" } as const;

const blocks = ({ guards }: MovePositionReturnType) =>
  guards.filter(({ level }) => level === "block").map(({ code }) => code);

/** What the chain has is the preview: collateral to the wei, debt but for the interest of a few seconds. */
async function expectPreview(after: Position | undefined, account: AccountId) {
  const snapshot = await trader.snapshot();
  const state = accountOf(snapshot, account);
  for (const [index, held] of state.collateral.entries()) {
    const leg = after?.legs.find(({ asset }) => asset.index === index);
    expect(held).toBe(leg?.collateral ?? 0n);
    const [owed, expected] = [state.debt[index] ?? 0n, leg?.debt ?? 0n];
    expect(owed - expected).toBeGreaterThanOrEqual(0n);
    expect(owed - expected).toBeLessThanOrEqual(expected / 1_000_000n + 1n);
  }
  if (after === undefined) return expect(state.market).toBe(0);
  expect(state.market).toBe(after.market.id);
  expect(EngineRisk.health(marketOf(snapshot, state.market), state, "maintenance")).toEqual(
    state.maintenance,
  );
}

describe("between markets", () => {
  test("an isolated long goes to the cross account and back, as previewed on both sides", async () => {
    const from = await openLong(1);
    const cross = positionAccount(trader.address, CROSS, "long");
    await allowMover();
    const there = await move(from, cross, CROSS, all);
    expect(blocks(there)).toEqual([]);
    expect(there.preview.after?.market.id).toBe(CROSS);
    expect(there.preview.from.before?.market.id).toBe(1);
    await trader.send(there);
    await expectPreview(there.preview.after, cross);
    await expectPreview(undefined, from);

    const back = await move(cross, from, 1, all);
    expect(blocks(back)).toEqual([]);
    expect(back.preview.from.before?.market.id).toBe(CROSS);
    await trader.send(back);
    await expectPreview(back.preview.after, from);
    await expectPreview(undefined, cross);
  });

  test("what is left behind is checked by the margins of its own market", async () => {
    const from = await openLong(1);
    const cross = positionAccount(trader.address, CROSS, "long");
    await allowMover();
    const held = accountOf(await trader.snapshot(), from).collateral[1] ?? 0n;
    const little = await move(from, cross, CROSS, { collateral: held / 50n, debt: 0n });
    expect(blocks(little)).toEqual([]);
    const health = little.preview.from.after?.maintenance;
    await trader.send(little);
    const state = accountOf(await trader.snapshot(), from);
    expect(EngineRisk.health(marketOf(await trader.snapshot(), 1), state, "maintenance")).toEqual(
      state.maintenance,
    );
    expect(health?.collateral).toBeGreaterThan(0n);
    const much = await move(from, cross, CROSS, { collateral: held / 2n, debt: 0n });
    expect(blocks(much)).toContain("initial-margin-not-met");
    expect((await trader.refusal(much.calls[0]))?.name).toBe("InitialMarginNotMetError");
  });

  test("a market that has another token at the index is blocked by name, and refused", async () => {
    const from = await openLong(2);
    const cross = positionAccount(trader.address, CROSS, "long");
    await allowMover();
    const plan = await move(from, cross, CROSS, { collateral: "max", debt: 0n });
    expect(blocks(plan)).toContain("account-in-other-market");
    expect(await trader.refusal(plan.calls[0])).toBeDefined();
  });
});

test("a spare account is read with the others, and takes collateral for nothing and gives it back", async () => {
  const from = await openLong(1);
  const spare = spareAccount(trader.address, 1, 2);
  expect([spareNumber(spare), spareNumber(from)]).toEqual([2, undefined]);
  await allowMover();
  const before = accountOf(await trader.snapshot(), from);
  const part = (before.collateral[1] ?? 0n) / 20n;
  const there = await move(from, spare, 1, { collateral: part, debt: 0n });
  expect(there.preview.fee).toBe(0n);
  await trader.send(there);
  await expectPreview(there.preview.after, spare);
  expect(positionsOf(await trader.snapshot()).map(({ account }) => account)).toEqual([from, spare]);
  const back = await move(spare, from, 1, { collateral: "max", debt: 0n });
  await trader.send(back);
  await expectPreview(back.preview.after, from);
  expect(positionOf(await trader.snapshot(), spare)).toBeUndefined();
  expect(accountOf(await trader.snapshot(), from).collateral[1]).toBe(before.collateral[1]);
});

test("nothing but an order is decoded, and an order as it was built", async () => {
  const { deployment } = devnet;
  const snapshot = await trader.snapshot();
  const account = positionAccount(trader.address, CROSS, "long");
  const terms = { snapshot, account, market: CROSS, ...(await limits()) };
  const [usdc, eth, btc] = marketOf(snapshot, CROSS).assets.map(({ token }) => token);
  const decoded = (plan: { readonly calls: readonly Parameters<typeof decodeOrder>[1][] }) =>
    plan.calls.map((call) => decodeOrder(deployment, call));

  const sale = swapCollateral({ ...terms, from: 1, to: 2, amount: WAD });
  const { limit, deadline } = sale.action.args;
  expect(decoded(sale)).toEqual([
    {
      ...{ type: "swapCollateral", account, market: CROSS, from: 1, to: 2, amount: WAD, limit, deadline },
      tokens: [eth, usdc, btc],
      poolFees: sale.preview.quotes.map(({ poolFee }) => poolFee),
    },
  ]);
  const debt = swapDebt({ ...terms, from: 0, to: 2, amount: "max" });
  expect(decoded(debt)).toEqual([
    {
      ...{ type: "swapDebt", account, market: CROSS, from: 0, to: 2, amount: MAX, deadline },
      ...{ limit: debt.action.args.limit, tokens: [btc, usdc] },
      poolFees: debt.preview.quotes.map(({ poolFee }) => poolFee),
    },
  ]);
  const to = spareAccount(trader.address, CROSS, 3);
  const plan = movePosition({
    ...terms,
    from: account,
    to,
    ...both,
    operator: false,
    collateral: 5n,
    debt: 0n,
  });
  expect(decoded(plan)).toEqual([
    { type: "setOperator", operator: deployment.contracts.accountMover, approved: true },
    {
      ...{ type: "movePosition", from: account, to, market: CROSS, collateralAsset: 1, debtAsset: 0 },
      ...{ collateral: 5n, debt: 0n, maxFee: 0n, deadline },
    },
  ]);
  const add = addCollateral({ snapshot, account, market: CROSS, asset: 1, amount: WAD });
  expect(decoded(add)).toEqual([undefined]);
  expect(decodeOrder(deployment, { to: trader.address, data: "0x1234", value: 0n })).toBeUndefined();
  expect(decodeOrder(deployment, { ...plan.calls[1], data: "0x1234" } as never)).toBeUndefined();
  const same = swapCollateral({ ...terms, from: 1, to: 1, amount: WAD });
  expect(same.guards.map(({ code }) => code)).toContain("same-asset");
});
