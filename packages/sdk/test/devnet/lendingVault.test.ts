import type { Hex } from "viem";
import { encodeFunctionData, erc4626Abi } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  assetOf,
  depositVault,
  harvestVault,
  LendingVaultMath,
  mintVault,
  readLendingVault,
  readVaultHistory,
  redeemVault,
  WAD,
  withdrawVault,
} from "../../src";
import { type Devnet, startChain, Trader } from "../support/devnet";

const USDC = 1_000_000n;
let devnet: Devnet;
let lender: Trader;
let saved: Hex;

beforeAll(async () => {
  devnet = await startChain();
  lender = new Trader(devnet, devnet.accounts.traders[1]);
}, 240_000);
afterAll(() => devnet?.stop());
beforeEach(async () => {
  saved = await devnet.snapshot();
});
afterEach(() => devnet.revert(saved));

async function state() {
  const snapshot = await lender.snapshot();
  const at = { market: 1, asset: 0, owner: lender.address, blockNumber: snapshot.blockNumber };
  const vault = await readLendingVault(devnet.client, { deployment: devnet.deployment, ...at });
  if (vault?.stake === undefined) throw new TypeError("every reserve has a vault");
  return { snapshot, vault, stake: vault.stake };
}

/** At most what a few seconds of interest are. */
function near(actual: bigint, expected: bigint) {
  const off = actual > expected ? actual - expected : expected - actual;
  expect(off).toBeLessThanOrEqual(expected / 1_000_000n + 1n);
}

test("every reserve of the deployment has one, and no other asset is in it", async () => {
  for (const market of devnet.deployment.markets)
    for (const { index, address, lendingVault } of market.assets) {
      if (lendingVault === null) throw new TypeError(`${market.slug} ${index} has no vault`);
      const contract = { address: lendingVault, abi: erc4626Abi } as const;
      expect(await devnet.client.readContract({ ...contract, functionName: "asset" })).toBe(address);
    }
});

test("tokens go in and come out as previewed, with what they earned", async () => {
  const give = depositVault({ ...(await state()), amount: 2_000n * USDC });
  expect(give.approvals.map(({ amount }) => amount)).toEqual([2_000n * USDC]);
  await lender.send(give);
  let now = await state();
  near(now.stake.shares, give.preview.shares);
  near(now.stake.assets, 2_000n * USDC);

  const more = mintVault({ ...now, shares: 500n * USDC * USDC });
  const { token } = assetOf(now.snapshot, 1, 0);
  let before = await lender.balance(token);
  await lender.send(more);
  near(before - (await lender.balance(token)), more.preview.assets);
  expect((await state()).stake.shares - now.stake.shares).toBe(500n * USDC * USDC);

  await devnet.travel(30 * 86_400);
  now = await state();
  expect(now.stake.assets).toBeGreaterThanOrEqual(2_500n * USDC);
  const vault = {
    address: now.vault.address,
    abi: erc4626Abi,
    blockNumber: now.snapshot.blockNumber,
  } as const;
  expect(now.stake.assets).toBe(
    await devnet.client.readContract({
      ...vault,
      functionName: "convertToAssets",
      args: [now.stake.shares],
    }),
  );
  const take = withdrawVault({ ...now, amount: 700n * USDC });
  before = await lender.balance(token);
  await lender.send(take);
  expect((await lender.balance(token)) - before).toBe(700n * USDC);
  near(now.stake.shares - (await state()).stake.shares, take.preview.shares);

  const rest = redeemVault({ ...(await state()), shares: "max" });
  before = await lender.balance(token);
  await lender.send(rest);
  near((await lender.balance(token)) - before, rest.preview.assets);
  expect((await state()).stake.shares).toBe(0n);
});

test("the past of an owner is what went in, what came out, and shares that were sent", async () => {
  const owner = lender.address;
  const other = devnet.accounts.traders[2].address;
  const past = (of = owner) => readVaultHistory(devnet.client, { deployment: devnet.deployment, owner: of });
  expect((await past()).events).toEqual([]);

  await lender.send(depositVault({ ...(await state()), amount: 2_000n * USDC }));
  await lender.send(withdrawVault({ ...(await state()), amount: 300n * USDC }));
  // shares that somebody else pays for, and tokens that somebody else is paid
  await lender.send(depositVault({ ...(await state()), amount: 100n * USDC, recipient: other }));
  await lender.send(withdrawVault({ ...(await state()), amount: 50n * USDC, recipient: other }));
  const now = await state();
  const data = encodeFunctionData({
    abi: erc4626Abi,
    functionName: "transfer",
    args: [other, 5n * USDC * USDC],
  });
  const call = { to: now.vault.address, data, value: 0n };
  await lender.send({ ...redeemVault({ ...now, shares: "max" }), calls: [call] });

  const { events, times } = await past();
  const own = [
    ["deposit", 2_000n * USDC],
    ["withdraw", -300n * USDC],
    ["withdraw", -50n * USDC],
    ["sent", undefined],
  ];
  expect(events.map(({ type, assets }) => [type, assets])).toEqual(own);
  expect(events.every(({ market, asset }) => market === 1 && asset === 0)).toBe(true);
  expect(events.reduce((sum, { shares }) => sum + shares, 0n)).toBe((await state()).stake.shares);
  expect(events.every(({ blockNumber }) => times.has(blockNumber))).toBe(true);
  const theirs = (await past(other)).events;
  expect(theirs.map(({ type, assets }) => [type, assets])).toEqual([
    ["deposit", 100n * USDC],
    ["received", undefined],
  ]);
});

describe("mathematics", () => {
  test("is the contract's, to the wei", async () => {
    await lender.send(depositVault({ ...(await state()), amount: 1_234n * USDC + 567n }));
    await devnet.travel(86_400);
    const { snapshot, vault } = await state();
    const { supplied, supplyShares } = assetOf(snapshot, 1, 0).reserve;
    const totals = { shares: vault.shares, backing: vault.backing, supplied, supplyShares };
    const { address } = vault;
    const { blockNumber } = snapshot;
    for (const amount of [1n, 7n, 999_999n, 1_000_001n, 123_456_789_012n, 10n ** 24n]) {
      const read = (functionName: "previewDeposit" | "previewMint" | "previewWithdraw" | "previewRedeem") =>
        devnet.client.readContract({ address, abi: erc4626Abi, functionName, args: [amount], blockNumber });
      const { toVaultShares, toVaultAssets } = LendingVaultMath;
      expect(await read("previewDeposit")).toBe(toVaultShares(amount, totals, "down"));
      expect(await read("previewWithdraw")).toBe(toVaultShares(amount, totals, "up"));
      expect(await read("previewRedeem")).toBe(toVaultAssets(amount, totals, "down"));
      expect(await read("previewMint")).toBe(toVaultAssets(amount, totals, "up"));
    }
  });
});

test("what cannot be is blocked by name, and the chain agrees", async () => {
  await lender.send(depositVault({ ...(await state()), amount: 100n * USDC }));
  const now = await state();
  const codes = (plan: { readonly guards: readonly { readonly code: string }[] }) =>
    plan.guards.map((g) => g.code);
  const high = withdrawVault({ ...now, amount: 101n * USDC });
  expect(codes(high)).toContain("amount-above-supplied");
  expect((await lender.refusal(high.calls[0]))?.name).toBe("ERC4626ExceededMaxWithdrawError");
  const much = redeemVault({ ...now, shares: now.stake.shares + 10n ** 12n });
  expect(codes(much)).toContain("amount-above-supplied");
  expect((await lender.refusal(much.calls[0]))?.name).toBe("ERC4626ExceededMaxRedeemError");
  const full = depositVault({ ...now, amount: 10n ** 9n * WAD });
  expect(codes(full)).toEqual(expect.arrayContaining(["amount-above-balance", "supply-cap-exceeded"]));
  expect((await lender.refusal(full.calls[0]))?.name).toBe("ERC4626ExceededMaxDepositError");
  const nothing = harvestVault(now);
  expect(codes(nothing)).toEqual(["amount-zero"]);
  expect((await lender.refusal(nothing.calls[0]))?.name).toBe("ZeroAmountError");
});
