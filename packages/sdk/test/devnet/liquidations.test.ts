import type { Hex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  assetOf,
  depositBackstop,
  mark,
  nearestToLiquidation,
  openPosition,
  positionAccount,
  readAccounts,
  readAuction,
  readBackstop,
  readBackstops,
  readLiquidationJournal,
  readLiquidations,
  readLosses,
  readNettings,
  redeemBackstop,
  requestBackstopExit,
  setNettable,
  setSoftZone,
  take,
  takeAndSell,
  WAD,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
const pair = { collateralAsset: 1, debtAsset: 0 } as const;
let devnet: Devnet;
let owner: Trader;
let taker: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  owner = new Trader(devnet, devnet.accounts.traders[0]);
  taker = new Trader(devnet, devnet.accounts.liquidator);
  await devnet.mint("USDC", taker.address, 200_000n * USDC);
}, 180_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

const limits = async () => ({ slippage: 50n, deadline: (await devnet.client.getBlock()).timestamp + 600n });
const accountOf = () => positionAccount(owner.address, 1, "long");

/** A long of 7x that a fall of 9 % makes unhealthy, with its clock at four steps. */
async function auction() {
  await owner.send(
    openPosition({
      snapshot: await owner.snapshot(),
      market: 1,
      side: "long",
      equity: 1_000n * USDC,
      leverage: 7n * WAD,
      ...(await limits()),
    }),
  );
  await devnet.shock({ asset: "ETH", percent: -9 });
  await taker.send(mark({ snapshot: await taker.snapshot(), accounts: [accountOf()] }));
  await devnet.elapse(49);
}

async function quoted() {
  const { client, deployment } = devnet;
  const report = await readLiquidations(client, { deployment, accounts: [{ account: accountOf(), pair }] });
  const quote = report.accounts[0]?.quote;
  if (quote === undefined) throw new TypeError("quoted");
  return { report, quote };
}

describe("an auction", () => {
  test("is read, and a take of it ends as previewed, at the target, in the history", async () => {
    await auction();
    const { client, deployment } = devnet;
    const { report, quote } = await quoted();
    expect(report.accounts[0]?.auction.startedAt).toBeGreaterThan(0n);
    expect(quote).toMatchObject({ zone: "auction", ...pair });
    expect(quote.bonus).toBeGreaterThan(0n);
    expect(quote.health).toBeLessThan(WAD);

    const before = await readLiquidationJournal(client, { deployment });
    expect(before.accounts).toContain(accountOf());
    const [nearest] = nearestToLiquidation(
      await readAccounts(client, { deployment, accounts: before.accounts }),
      1,
    );
    expect(nearest?.id).toBe(accountOf());

    const snapshot = await taker.snapshot([accountOf()]);
    const plan = take({ snapshot, account: accountOf(), quote, ...(await limits()) });
    await taker.send(plan);
    const after = (await quoted()).quote;
    expect(after.zone).not.toBe("auction");
    expect(after.health).toBeGreaterThan((104n * WAD) / 100n);
    const { past } = await readLiquidationJournal(client, { deployment, previous: before });
    expect(past.at(-1)).toMatchObject({ type: "close", path: "auction", account: accountOf(), ...pair });
  });

  test("is taken without capital, and the profit comes to the caller", async () => {
    await auction();
    const { quote } = await quoted();
    const snapshot = await taker.snapshot([accountOf()]);
    const usdc = assetOf(snapshot, 1, 0).token;
    const before = await taker.balance(usdc);
    const plan = takeAndSell({ snapshot, account: accountOf(), quote, ...(await limits()) });
    await taker.send(plan);
    const profit = (await taker.balance(usdc)) - before;
    expect(profit).toBeGreaterThanOrEqual(plan.action.args.minProfit);
    expect(plan.action.args.minProfit).toBeGreaterThan(0n);
  });

  test("is taken in part, with own capital and without: what was asked for is repaid, no more", async () => {
    await auction();
    const owed = async () =>
      (await taker.snapshot([accountOf()])).accounts.find(({ id }) => id === accountOf())?.debt[0] ?? 0n;
    for (const action of [take, takeAndSell]) {
      const { quote } = await quoted();
      const snapshot = await taker.snapshot([accountOf()]);
      const maxRepaid = quote.repaid / 3n;
      const plan = action({ snapshot, account: accountOf(), quote, maxRepaid, ...(await limits()) });
      expect(plan.preview.repaid).toBe(maxRepaid);
      expect(plan.preview.fee).toBeGreaterThan(0n);
      const before = await owed();
      await taker.send(plan);
      const closed = before - (await owed());
      // interest of a second
      expect(closed).toBeLessThanOrEqual(maxRepaid);
      expect(closed).toBeGreaterThan(maxRepaid - USDC);
      expect((await quoted()).quote.zone).toBe("auction");
    }
  });

  test("a part that would leave less debt than the minimum is refused before it is sent", async () => {
    await auction();
    await devnet.shock({ asset: "ETH", percent: -20 });
    const { quote } = await quoted();
    const snapshot = await taker.snapshot([accountOf()]);
    const owed = snapshot.accounts.find(({ id }) => id === accountOf())?.debt[0] ?? 0n;
    const whole = { ...quote, repaid: owed };
    const maxRepaid = owed - USDC;
    const plan = take({ snapshot, account: accountOf(), quote: whole, maxRepaid, ...(await limits()) });
    expect(plan.guards.map(({ code }) => code)).toContain("debt-below-minimum");
  });

  test("netting is the owner's choice, and says what it would do or why it cannot", async () => {
    const { client, deployment } = devnet;
    const short = positionAccount(taker.address, 1, "short");
    await taker.send(
      openPosition({
        snapshot: await taker.snapshot(),
        market: 1,
        side: "short",
        equity: 5_000n * USDC,
        leverage: 2n * WAD,
        ...(await limits()),
      }),
    );
    await taker.send(setNettable({ snapshot: await taker.snapshot(), account: short, on: true }));
    expect(await readAuction(client, { deployment, account: short })).toMatchObject({ nettable: true });
    await auction();
    const pairs = [
      { unhealthy: accountOf(), counterparty: short, ...pair },
      { unhealthy: accountOf(), counterparty: accountOf(), ...pair },
    ];
    const [possible, own] = await readNettings(client, { deployment, pairs });
    expect(possible).toMatchObject({ forced: false, refusal: undefined });
    expect(possible?.moved).toBeGreaterThan(0n);
    expect(possible?.rebate).toBeGreaterThan(0n);
    expect(own?.refusal?.name).toBe("OwnAccountError");
  });

  test("slices are the owner's choice", async () => {
    const { client, deployment } = devnet;
    await owner.send(setSoftZone({ snapshot: await owner.snapshot(), account: accountOf(), on: true }));
    expect(await readAuction(client, { deployment, account: accountOf() })).toMatchObject({ softZone: true });
  });

  test("nothing is lost and nothing can be claimed on a calm chain", async () => {
    const { client, deployment } = devnet;
    for (const loss of await readLosses(client, { deployment, owner: owner.address }))
      expect(loss).toMatchObject({ outstanding: 0n, owed: 0n, claimable: 0n });
  });
});

test("a stake goes into the backstop, waits, and comes back", async () => {
  const { client, deployment } = devnet;
  const [vault] = await readBackstops(client, { deployment });
  if (vault === undefined) throw new TypeError("a backstop");
  const token = assetOf(await taker.snapshot(), vault.market, 0).token;
  const state = () => readBackstop(client, { ...vault, token, owner: taker.address });
  const start = await taker.balance(token);
  const amount = 10_000n * USDC;
  await taker.send(depositBackstop({ snapshot: await taker.snapshot(), backstop: await state(), amount }));
  const staked = await state();
  expect(staked.stake?.assets).toBeGreaterThanOrEqual(amount - 1n);

  const shares = staked.stake?.shares ?? 0n;
  await taker.send(requestBackstopExit({ snapshot: await taker.snapshot(), backstop: staked, shares }));
  const early = redeemBackstop({ snapshot: await taker.snapshot(), backstop: await state() });
  expect(early.guards.map(({ code }) => code)).toEqual(["amount-zero"]);
  await devnet.elapse(Number(staked.cooldown));
  await taker.send(redeemBackstop({ snapshot: await taker.snapshot(), backstop: await state() }));
  expect(start - (await taker.balance(token))).toBeLessThanOrEqual(1n);
});
