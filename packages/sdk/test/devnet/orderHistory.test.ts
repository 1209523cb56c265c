import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type AccountId,
  accountFor,
  accountId,
  accountOf,
  addCollateral,
  borrow,
  closePosition,
  decreasePosition,
  flipPosition,
  increasePosition,
  movePosition,
  openPosition,
  positionAccount,
  positionOf,
  readOwnerHistory,
  readTrades,
  type Side,
  setOperator,
  swapCollateral,
  swapDebt,
  type TradeHistory,
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

const limits = async () => ({ slippage: 100n, deadline: (await devnet.client.getBlock()).timestamp + 600n });
const other = (side: Side): Side => (side === "long" ? "short" : "long");

function history(account: AccountId, market = 1, base = 1): Promise<TradeHistory> {
  return readTrades(devnet.client, { deployment: devnet.deployment, account, market, base });
}

async function quoteBalance() {
  const [quote] = devnet.deployment.markets[0]?.assets ?? [];
  if (quote === undefined) throw new RangeError("the market has a quote asset");
  return trader.balance(quote.address);
}

async function open(side: Side, leverage = 3n * WAD) {
  const terms = { market: 1, side, equity: 1_000n * USDC, leverage, ...(await limits()) };
  const plan = openPosition({ snapshot: await trader.snapshot(), ...terms });
  await trader.send(plan);
  return plan.action.args.account;
}

async function flip(
  side: Side,
  size: { leverage: bigint | "same" } | { borrow: bigint } = { leverage: "same" },
) {
  const snapshot = await trader.snapshot();
  const plan = flipPosition({ snapshot, market: 1, side, ...size, ...(await limits()) });
  await trader.send(plan);
  return plan;
}

async function close(side: Side, account?: AccountId) {
  const where = account === undefined ? {} : { account };
  const snapshot = await trader.snapshot(account === undefined ? [] : [account]);
  await trader.send(closePosition({ snapshot, market: 1, side, ...where, ...(await limits()) }));
}

const types = ({ trades }: TradeHistory) => trades.map(({ type }) => type);

function near(actual: bigint, expected: bigint, off: bigint) {
  expect(actual - expected).toBeLessThanOrEqual(off);
  expect(expected - actual).toBeLessThanOrEqual(off);
}

describe.each(["long", "short"] as const)("a %s that is flipped", (side) => {
  test("is told as a close with its result and an open, and the results are what the wallet gained", async () => {
    const before = await quoteBalance();
    const account = await open(side);
    await devnet.shock({ asset: "ETH", percent: side === "long" ? 2 : -2 });
    const plan = await flip(side);
    const flipped = await history(account);
    expect(types(flipped)).toEqual(["open", "close", "open"]);
    const [first, closed, opened] = flipped.trades;
    if (!first || !closed || !opened) throw new RangeError("three events were expected");
    expect([first.side, closed.side, opened.side]).toEqual([side, side, other(side)]);
    expect(closed.transactionHash).toBe(opened.transactionHash);
    // one sale, one price: what the two parts traded is what the pool did
    near(closed.price ?? 0n, opened.price ?? 0n, 1n);
    const expected = (plan.preview.executionPrice ?? 0n) / 10n ** 12n;
    near(opened.price ?? 0n, expected, expected / 10_000n);
    expect(closed.size).not.toBe(0n);
    if (closed.result === undefined || closed.realised === undefined) throw new RangeError("it is realised");
    expect(closed.result).toBe(-first.paidIn - closed.paidIn);
    // what came out of the old position is what was put into the new one
    expect(opened.paidIn).toBe(-closed.paidIn);
    expect(opened.realised).toBeUndefined();
    const position = positionOf(await trader.snapshot(), account);
    expect(position?.side).toBe(other(side));
    expect(flipped.entry).toBe(opened.price);
    expect(flipped.invested).toBe(opened.paidIn);
    const held = accountOf(await trader.snapshot(), account);
    expect(flipped.state.held).toEqual([held.collateral[1], held.collateral[0]]);
    near(
      flipped.state.size < 0n ? -flipped.state.size : flipped.state.size,
      position?.size ?? 0n,
      10n ** 13n,
    );

    await close(other(side));
    const done = await history(account);
    expect(types(done)).toEqual(["open", "close", "open", "close"]);
    const results = done.trades.reduce((sum, trade) => sum + (trade.result ?? 0n), 0n);
    expect(results).toBe((await quoteBalance()) - before);
  });

  test("to no debt is what it is: a close, and collateral or an unlevered long", async () => {
    const account = await open(side);
    await flip(side, { borrow: 0n });
    const { trades, state } = await history(account);
    expect(trades[1]).toMatchObject({ type: "close", side });
    expect(trades[1]?.result).toBeDefined();
    expect(trades[2]).toMatchObject(side === "long" ? { type: "collateral", size: 0n } : { type: "open" });
    expect(trades[2]?.paidIn).toBe(-(trades[1]?.paidIn ?? 0n));
    expect(state.owed).toEqual([0n, 0n]);
  });

  test("stays in its account, where it is found by side; the other side goes to a free one", async () => {
    const account = await open(side);
    await flip(side);
    const snapshot = await trader.snapshot();
    expect(account).toBe(positionAccount(trader.address, 1, side));
    expect(accountFor(snapshot, 1, other(side))).toBe(account);
    expect(accountFor(snapshot, 1, side)).toBe(positionAccount(trader.address, 1, other(side)));

    // more of what it is now goes to where it is; what it was goes elsewhere
    const more = { market: 1, equity: 200n * USDC, leverage: 2n * WAD, ...(await limits()) };
    const added = increasePosition({ snapshot, ...more, side: other(side) });
    expect(added.action.args.account).toBe(account);
    await trader.send(added);
    const beside = await open(side);
    expect(beside).toBe(positionAccount(trader.address, 1, other(side)));

    // both are flipped: each account of the market is used by what it holds
    await flip(side);
    const twice = await trader.snapshot();
    const both = twice.accounts.filter((a) => a.market === 1);
    expect(both.map(({ id }) => positionOf(twice, id)?.side)).toEqual([other(side), other(side)]);
    const third = await open(side);
    expect([account, beside]).not.toContain(third);
    expect(positionOf(await trader.snapshot(), third)?.side).toBe(side);

    const size = (positionOf(await trader.snapshot(), third)?.size ?? 0n) / 4n;
    const part = { market: 1, side, size, ...(await limits()) };
    await trader.send(decreasePosition({ snapshot: await trader.snapshot(), ...part }));
    for (const id of [third, account, beside]) {
      const position = positionOf(await trader.snapshot(), id);
      await close(position?.side ?? side, id);
      expect(positionOf(await trader.snapshot(), id)).toBeUndefined();
      expect((await history(id)).state.size).toBe(0n);
    }
  });

  test("moves to another account with what it cost", async () => {
    const before = await quoteBalance();
    const from = await open(side);
    const entry = (await history(from)).entry;
    const { invested } = await history(from);
    const to = accountId(trader.address, 77n);
    const assets =
      side === "long" ? { collateralAsset: 1, debtAsset: 0 } : { collateralAsset: 0, debtAsset: 1 };
    const { accountMover } = devnet.deployment.contracts;
    const allow = setOperator({ snapshot: await trader.snapshot(), operator: accountMover, approved: true });
    await trader.send(allow);
    const all = { ...assets, collateral: "max", debt: "max", deadline: (await limits()).deadline } as const;
    const snapshot = await trader.snapshot([to]);
    const plan = movePosition({ snapshot, from, to, market: 1, ...all, operator: true });
    await trader.send(plan);

    const [left, came] = [await history(from), await history(to)];
    expect(types(left)).toEqual(["open", "transfer"]);
    expect(left.trades[1]).toMatchObject({ side, paidIn: -invested, realised: undefined, result: undefined });
    expect(left.state.size).toBe(0n);
    expect(types(came)).toEqual(["transfer"]);
    expect(came.trades[0]).toMatchObject({ side, paidIn: invested });
    expect(came.invested).toBe(invested);
    expect(came.state.inKind).toBe(false);
    // what is owed of base grew with its interest and the fee of the loan: the average of more is a little less
    near(came.entry ?? 0n, entry ?? 0n, side === "long" ? 0n : (entry ?? 0n) / 1_000n);

    await close(side, to);
    const done = await history(to);
    expect(types(done)).toEqual(["transfer", "close"]);
    expect(done.trades[1]?.result).toBe((await quoteBalance()) - before);
  });

  test("moves in part: the two parts cost together what the whole did", async () => {
    const from = await open(side, 2n * WAD);
    const whole = await history(from);
    const to = positionAccount(trader.address, 1, other(side));
    const { accountMover } = devnet.deployment.contracts;
    await trader.send(
      setOperator({ snapshot: await trader.snapshot(), operator: accountMover, approved: true }),
    );
    const state = accountOf(await trader.snapshot(), from);
    const [collateralAsset, debtAsset] = side === "long" ? [1, 0] : [0, 1];
    const terms = {
      ...{ from, to, market: 1, collateralAsset, debtAsset, operator: true },
      collateral: (state.collateral[collateralAsset] ?? 0n) / 2n,
      debt: (state.debt[debtAsset] ?? 0n) / 2n,
      deadline: (await limits()).deadline,
    };
    await trader.send(movePosition({ snapshot: await trader.snapshot(), ...terms }));
    const { histories } = await readOwnerHistory(devnet.client, {
      deployment: devnet.deployment,
      owner: trader.address,
    });
    const [left, came] = [from, to].map((id) => histories.find((h) => h.account === id && h.market === 1));
    if (left === undefined || came === undefined) throw new RangeError("both have a history");
    expect(left.invested + came.invested).toBe(whole.invested);
    expect((left.state.basis ?? 0n) + (came.state.basis ?? 0n)).toBe(whole.state.basis);
    expect(came.trades.at(-1)).toMatchObject({ type: "transfer", side });
    // one account alone tells the same as all of them together
    expect(await history(to)).toEqual({ ...came, toBlock: expect.anything() });
    expect(await history(from)).toEqual({ ...left, toBlock: expect.anything() });
  });
});

/** Holds ETH and owes USDC in the market with several assets. */
async function openCross(): Promise<AccountId> {
  const account = positionAccount(trader.address, CROSS, "long");
  const add = { account, market: CROSS, asset: 1, amount: WAD / 2n };
  await trader.send(addCollateral({ snapshot: await trader.snapshot(), ...add }));
  const take = { account, market: CROSS, asset: 0, amount: 700n * USDC };
  await trader.send(borrow({ snapshot: await trader.snapshot(), ...take }));
  return account;
}

test("a swap of collateral through two pools is told by both assets at its prices", async () => {
  const account = await openCross();
  const amount = WAD / 5n;
  const snapshot = await trader.snapshot();
  const plan = swapCollateral({
    snapshot,
    account,
    market: CROSS,
    from: 1,
    to: 2,
    amount,
    ...(await limits()),
  });
  await trader.send(plan);
  const [sold, bought, third] = await Promise.all([1, 2, 3].map((base) => history(account, CROSS, base)));
  const [out, into] = plan.preview.quotes;
  expect(sold?.trades.at(-1)).toMatchObject({
    type: "swap-collateral",
    side: "long",
    size: -amount,
    paidIn: -(out?.amountOut ?? 0n),
    price: ((out?.amountOut ?? 0n) * WAD) / amount,
  });
  expect(bought?.trades.at(-1)).toMatchObject({
    type: "swap-collateral",
    size: plan.preview.amountOut,
    paidIn: into?.amountIn,
  });
  expect(bought?.entry).toBeDefined();
  expect(third?.trades.some(({ type }) => type === "swap-collateral")).toBe(false);
});

test("a swap of collateral for the quote asset is a sale with its result", async () => {
  const account = positionAccount(trader.address, CROSS, "long");
  const add = { account, market: CROSS, asset: 0, amount: 1_000n * USDC };
  await trader.send(addCollateral({ snapshot: await trader.snapshot(), ...add }));
  const swap = async (from: number, to: number) => {
    const snapshot = await trader.snapshot();
    const plan = swapCollateral({
      snapshot,
      account,
      market: CROSS,
      from,
      to,
      amount: "max",
      ...(await limits()),
    });
    await trader.send(plan);
    return plan.preview;
  };
  const bought = await swap(0, 1);
  const sold = await swap(1, 0);
  const { trades, realised } = await history(account, CROSS);
  expect(trades.slice(-2)).toMatchObject([
    { type: "swap-collateral", size: bought.amountOut, paidIn: 0n, realised: undefined },
    { type: "swap-collateral", size: -bought.amountOut, paidIn: 0n, realised },
  ]);
  expect(realised).toBe(sold.amountOut - bought.amountIn);
});

test("a swap of debt is told as such, of one pool or of two", async () => {
  const account = await openCross();
  const swap = async (from: number, to: number) => {
    const terms = { account, market: CROSS, from, to, amount: "max", ...(await limits()) } as const;
    await trader.send(swapDebt({ snapshot: await trader.snapshot(), ...terms }));
  };
  await swap(0, 2);
  const { trades } = await history(account, CROSS, 2);
  expect(trades.at(-1)).toMatchObject({ type: "swap-debt", side: "short", paidIn: 0n });
  expect(trades.at(-1)?.price).toBeDefined();
  await swap(2, 3);
  const [back, fresh] = [await history(account, CROSS, 2), await history(account, CROSS, 3)];
  expect(back.trades.at(-1)).toMatchObject({ type: "swap-debt", side: "short" });
  expect(back.trades.at(-1)?.realised).toBeDefined();
  expect(back.state.size).toBe(0n);
  expect(fresh.trades.at(-1)).toMatchObject({ type: "swap-debt", side: "short" });
  expect(fresh.trades.at(-1)?.paidIn).toBe(-(back.trades.at(-1)?.paidIn ?? 0n));
  expect(fresh.entry).toBeDefined();
});
