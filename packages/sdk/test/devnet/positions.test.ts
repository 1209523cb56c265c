import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accountOf,
  addCollateral,
  addReceipt,
  assetOf,
  borrow,
  closePosition,
  decreasePosition,
  increasePosition,
  liquidate,
  openPosition,
  type Position,
  permitTypedData,
  positionAccount,
  positionOf,
  quoteSwap,
  readPermitDomain,
  readTrades,
  redeem,
  removeCollateral,
  repay,
  type Side,
  supply,
  type TradeHistory,
  WAD,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
let devnet: Devnet;
let trader: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  trader = new Trader(devnet, devnet.accounts.traders[0]);
}, 180_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

const limits = async () => ({ slippage: 50n, deadline: (await devnet.client.getBlock()).timestamp + 600n });

async function open(side: Side, leverage = 3n * WAD) {
  const snapshot = await trader.snapshot();
  const plan = openPosition({
    snapshot,
    market: 1,
    side,
    equity: 1_000n * USDC,
    leverage,
    ...(await limits()),
  });
  const receipt = await trader.send(plan);
  return { plan, receipt, account: positionAccount(trader.address, 1, side) };
}

/** The chain, after the transaction, is what the preview said; debt has had a few seconds of interest. */
async function expectPreview(after: Position | undefined, account: Hex) {
  const snapshot = await trader.snapshot([account]);
  const state = accountOf(snapshot, account);
  const amounts = (key: "collateral" | "debt") =>
    snapshot.markets[0]?.assets.map((a) => state[key][a.index] ?? 0n);
  const of = (index: number) => after?.legs.find((l) => l.asset.index === index);
  expect(amounts("collateral")).toEqual([0, 1].map((i) => of(i)?.collateral ?? 0n));
  for (const [i, debt] of (amounts("debt") ?? []).entries()) {
    const previewed = of(i)?.debt ?? 0n;
    expect(debt).toBeGreaterThanOrEqual(previewed - 1n); // old and new debt are rounded up each
    expect(debt - previewed).toBeLessThanOrEqual(previewed / 10_000_000n + 1n);
  }
  const position = positionOf(snapshot, account);
  if (position !== undefined) expect(position.maintenance).toEqual(state.maintenance);
  return position;
}

describe.each(["long", "short"] as const)("a %s", (side) => {
  test("opens as previewed, and its health is the engine's", async () => {
    const { plan, account } = await open(side);
    expect(plan.approvals).toHaveLength(1);
    expect(plan.preview.before).toBeUndefined();
    const position = await expectPreview(plan.preview.after, account);
    expect(position?.side).toBe(side);
    expect(position?.health).toBeLessThanOrEqual(plan.preview.after?.health ?? 0n);
    const { liquidationPrice, base } = position ?? {};
    if (!liquidationPrice || base === undefined)
      throw new TypeError("a levered position has a liquidation price");
    expect(side === "long" ? liquidationPrice < base.price.mid : liquidationPrice > base.price.mid).toBe(
      true,
    );
  });

  test("increases, decreases and closes as previewed; the payout is the chain's", async () => {
    const { account } = await open(side);
    const usdc = assetOf(await trader.snapshot(), 1, 0).token;
    const more = increasePosition({
      snapshot: await trader.snapshot(),
      market: 1,
      side,
      equity: 100n * USDC,
      leverage: 4n * WAD,
      ...(await limits()),
    });
    await trader.send(more);
    await expectPreview(more.preview.after, account);

    const less = decreasePosition({
      snapshot: await trader.snapshot(),
      market: 1,
      side,
      fraction: WAD / 3n,
      ...(await limits()),
    });
    await trader.send(less);
    await expectPreview(less.preview.after, account);

    const before = await trader.balance(usdc);
    const close = closePosition({ snapshot: await trader.snapshot(), market: 1, side, ...(await limits()) });
    await trader.send(close);
    await expectPreview(undefined, account);
    const paid = (await trader.balance(usdc)) - before;
    const { expected, received } = close.preview;
    expect(paid).toBeGreaterThanOrEqual(received);
    expect(expected - paid).toBeGreaterThanOrEqual(0n); // interest of a few seconds
    expect(expected - paid).toBeLessThanOrEqual(expected / 1_000_000n + 1n);
  });

  test("takes the size that is asked for, with the chain's own quote", async () => {
    const snapshot = await trader.snapshot();
    const [usdc, eth] = [assetOf(snapshot, 1, 0), assetOf(snapshot, 1, 1)];
    const size = WAD;
    const pool = snapshot.pools[0];
    if (pool === undefined) throw new TypeError("no pool");
    const { deployment } = devnet;
    const quote = await (side === "long"
      ? quoteSwap(devnet.client, { deployment, pool, tokenIn: usdc.token, amountOut: size })
      : quoteSwap(devnet.client, { deployment, pool, tokenIn: eth.token, amountIn: size }));
    const plan = openPosition({
      snapshot,
      market: 1,
      side,
      equity: 1_500n * USDC,
      size,
      quote,
      ...(await limits()),
    });
    await trader.send(plan);
    const position = positionOf(await trader.snapshot(), positionAccount(trader.address, 1, side));
    const wei = (position?.size ?? 0n) - size;
    // an exact output paid as an exact input may bring a little more
    expect(wei).toBeGreaterThanOrEqual(0n);
    expect(wei).toBeLessThanOrEqual(10n ** 12n);
  });

  test("tells its history: entry, profit and result are the wallet's", async () => {
    const usdc = assetOf(await trader.snapshot(), 1, 0).token;
    const start = await trader.balance(usdc);
    const { account, plan } = await open(side);
    const { deployment } = devnet;
    let history: TradeHistory = await readTrades(devnet.client, { deployment, account });
    expect(history.trades.map((t) => [t.type, t.side])).toEqual([["open", side]]);
    expect(history.trades[0]?.paidIn).toBe(1_000n * USDC);
    const usd = plan.preview.executionPrice ?? 0n;
    expect((history.entry ?? 0n) / 10n).toBe(usd / 10n ** 13n);

    await devnet.shock({ asset: "ETH", percent: side === "long" ? 5 : -5 });
    const part = { market: 1, side, fraction: WAD / 2n, ...(await limits()) } as const;
    history = addReceipt(
      history,
      await trader.send(decreasePosition({ snapshot: await trader.snapshot(), ...part })),
      deployment,
    );
    expect(history.trades.at(-1)?.type).toBe("decrease");
    expect(history.trades.at(-1)?.realised).toBeGreaterThan(0n);
    const close = closePosition({ snapshot: await trader.snapshot(), market: 1, side, ...(await limits()) });
    history = addReceipt(history, await trader.send(close), deployment);

    const last = history.trades.at(-1);
    expect(last?.type).toBe("close");
    expect(last?.result).toBe((await trader.balance(usdc)) - start);
    expect(last?.result).toBeGreaterThan(0n);
    expect(history.entry).toBeUndefined();
    expect(history.state.size).toBe(0n);
    const again = await readTrades(devnet.client, { deployment, account });
    expect({ ...again, toBlock: 0n }).toEqual({ ...history, toBlock: 0n });
  });

  test("is liquidated by another as previewed", async () => {
    const { account } = await open(side, 7n * WAD);
    await devnet.shock({ asset: "ETH", percent: side === "long" ? -9 : 9 });
    const liquidator = new Trader(devnet, devnet.accounts.liquidator);
    await devnet.mint("USDC", liquidator.address, 100_000n * USDC);
    await devnet.mint("ETH", liquidator.address, 100n * WAD);
    const [collateralAsset, debtAsset] = side === "long" ? [1, 0] : [0, 1];
    const snapshot = await liquidator.snapshot([account]);
    const plan = liquidate({ snapshot, account, collateralAsset, debtAsset, slippage: 10n });
    expect(plan.preview.before?.liquidatable).toBe(true);
    const receipt = await liquidator.send(plan);
    const { client, deployment } = devnet;
    const history = await readTrades(client, { deployment, account });
    expect(history.trades.at(-1)).toMatchObject({
      type: "liquidation",
      transactionHash: receipt.transactionHash,
    });
    expect(history.trades.at(-1)?.realised).toBeLessThan(0n);
    const after = positionOf(await liquidator.snapshot([account]), account);
    const leg = (position: typeof after, index: number) =>
      position?.legs.find((l) => l.asset.index === index);
    const moved = (index: number, key: "collateral" | "debt") =>
      (leg(plan.preview.before, index)?.[key] ?? 0n) - (leg(after, index)?.[key] ?? 0n);
    const near = (actual: bigint, expected: bigint) => {
      const off = actual > expected ? actual - expected : expected - actual;
      expect(off).toBeLessThanOrEqual(expected / 10_000n);
    };
    near(moved(collateralAsset, "collateral"), plan.preview.seized);
    near(moved(debtAsset, "debt"), plan.preview.repaid);
  });
});

test("a long pays a part of its equity out while it decreases", async () => {
  const { account } = await open("long");
  const usdc = assetOf(await trader.snapshot(), 1, 0).token;
  const before = await trader.balance(usdc);
  const snapshot = await trader.snapshot();
  const payout = 300n * USDC;
  const plan = decreasePosition({
    snapshot,
    market: 1,
    side: "long",
    fraction: WAD / 2n,
    payout,
    ...(await limits()),
  });
  await trader.send(plan);
  await expectPreview(plan.preview.after, account);
  expect((await trader.balance(usdc)) - before).toBe(payout);
});

test("a signature replaces the approval", async () => {
  const snapshot = await trader.snapshot();
  const side = "long" as const;
  const plan = openPosition({
    snapshot,
    market: 1,
    side,
    equity: 500n * USDC,
    leverage: 2n * WAD,
    ...(await limits()),
  });
  const [approval] = plan.approvals;
  if (approval === undefined) throw new TypeError("an approval was expected");
  const domain = await readPermitDomain(devnet.client, { token: approval.token, owner: trader.address });
  if (domain === undefined) throw new TypeError("the token has a permit");
  const { deadline } = await limits();
  const signature = await trader.account.signTypedData(permitTypedData({ approval, domain, deadline }));
  const signed = plan.withPermit({ value: approval.amount, deadline, signature });
  expect(signed.approvals).toEqual([]);
  await trader.send(signed);
  await expectPreview(plan.preview.after, positionAccount(trader.address, 1, "long"));
  expect(
    await readPermitDomain(devnet.client, { token: devnet.deployment.contracts.lens, owner: trader.address }),
  ).toBe(undefined);
});

test("collateral and debt move by themselves as previewed", async () => {
  const { account } = await open("long");
  for (const make of [
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      addCollateral({ snapshot, account, market: 1, asset: 1, amount: WAD / 10n }),
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      removeCollateral({ snapshot, account, asset: 1, amount: WAD / 20n }),
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      borrow({ snapshot, account, market: 1, asset: 0, amount: 50n * USDC }),
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      repay({ snapshot, account, asset: 0, amount: 400n * USDC }),
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      repay({ snapshot, account, asset: 0, amount: "max" }),
    (snapshot: Awaited<ReturnType<Trader["snapshot"]>>) =>
      removeCollateral({ snapshot, account, asset: 1, amount: "max" }),
  ]) {
    const plan = make(await trader.snapshot());
    await trader.send(plan);
    await expectPreview(plan.preview.after, account);
  }
});

test("a loan and its way back are the shares that were previewed", async () => {
  const lender = new Trader(devnet, devnet.accounts.traders[1]);
  const give = supply({ snapshot: await lender.snapshot(), market: 1, asset: 0, amount: 2_000n * USDC });
  await lender.send(give);
  let loan = (await lender.snapshot()).lender.find((l) => l.market === 1 && l.asset === 0);
  const near = give.action.args.shares - (loan?.shares ?? 0n);
  expect(near).toBeGreaterThanOrEqual(0n); // interest makes a share dearer by the second
  expect(near).toBeLessThanOrEqual(give.action.args.shares / 10_000_000n);
  await devnet.travel(86_400);
  const take = redeem({ snapshot: await lender.snapshot(), market: 1, asset: 0, amount: 500n * USDC });
  const usdc = assetOf(await lender.snapshot(), 1, 0).token;
  const before = await lender.balance(usdc);
  await lender.send(take);
  expect((await lender.balance(usdc)) - before).toBeGreaterThanOrEqual(500n * USDC);
  await lender.send(redeem({ snapshot: await lender.snapshot(), market: 1, asset: 0, amount: "max" }));
  loan = (await lender.snapshot()).lender.find((l) => l.market === 1 && l.asset === 0);
  expect(loan?.shares).toBe(0n);
});
