import type { Devnet } from "@gimbal/devnet";
import {
  accountId,
  accountOf,
  addCollateral,
  borrow,
  closePosition,
  flipPosition,
  movePosition,
  openPosition,
  positionAccount,
  type Side,
  setOperator,
  swapCollateral,
  swapDebt,
  WAD,
} from "@gimbal/sdk";
import { Trader } from "./trader";

const USDC = 1_000_000n;
const HOUR = 3_600;
const CROSS = 4;

/** Flips, swaps and moves of one trader, some of which he leaves open. */
export async function playOrders(devnet: Devnet, account: Devnet["accounts"]["lender"]): Promise<void> {
  const trader = new Trader(devnet, account);
  const { accountMover } = devnet.deployment.contracts;
  await trader.send(
    setOperator({ snapshot: await trader.snapshot(), operator: accountMover, approved: true }),
  );
  await flips(devnet, trader);
  await moves(devnet, trader);
  await swaps(devnet, trader);
}

async function limits(trader: Trader) {
  return { slippage: 100n, deadline: await trader.deadline() };
}

/** A long becomes a short and a long again; another short becomes a long without debt. */
async function flips(devnet: Devnet, trader: Trader): Promise<void> {
  await open(trader, 1, "long");
  for (const side of ["long", "short"] as const) {
    await devnet.travel(HOUR);
    await flip(trader, side, { leverage: "same" });
  }
  await devnet.travel(HOUR);
  await trader.send(
    closePosition({
      snapshot: await trader.snapshot(),
      market: 1,
      side: "long",
      ...(await limits(trader)),
    }),
  );
  await open(trader, 1, "short");
  await flip(trader, "short", { borrow: 0n });
}

async function open(trader: Trader, market: number, side: Side): Promise<void> {
  const terms = { market, side, equity: 1_000n * USDC, leverage: 2n * WAD, ...(await limits(trader)) };
  await trader.send(openPosition({ snapshot: await trader.snapshot(), ...terms }));
}

async function flip(trader: Trader, side: Side, size: { leverage: "same" } | { borrow: bigint }) {
  const snapshot = await trader.snapshot();
  await trader.send(flipPosition({ snapshot, market: 1, side, ...size, ...(await limits(trader)) }));
}

/** A short moves in two parts; the first comes to an account of no convention. */
async function moves(devnet: Devnet, trader: Trader): Promise<void> {
  await open(trader, 2, "short");
  await devnet.travel(HOUR);
  const from = positionAccount(trader.address, 2, "short");
  const assets = { market: 2, collateralAsset: 0, debtAsset: 1, operator: true } as const;
  const state = accountOf(await trader.snapshot(), from);
  const half = { collateral: (state.collateral[0] ?? 0n) / 2n, debt: (state.debt[1] ?? 0n) / 2n };
  const targets = [
    { to: accountId(trader.address, 777n), ...half },
    { to: positionAccount(trader.address, 2, "long"), collateral: "max", debt: "max" },
  ] as const;
  for (const target of targets) {
    const terms = { from, ...assets, ...target, deadline: await trader.deadline() };
    await trader.send(movePosition({ snapshot: await trader.snapshot([target.to]), ...terms }));
  }
}

/** In the market with several assets: for the quote asset, and for another through two pools. */
async function swaps(devnet: Devnet, trader: Trader): Promise<void> {
  const account = positionAccount(trader.address, CROSS, "long");
  const at = { account, market: CROSS };
  await trader.send(
    addCollateral({ snapshot: await trader.snapshot(), ...at, asset: 0, amount: 2_000n * USDC }),
  );
  for (const [from, to] of [[0, 1] as const, [1, 2] as const]) {
    const swap = { ...at, from, to, amount: "max", ...(await limits(trader)) } as const;
    await trader.send(swapCollateral({ snapshot: await trader.snapshot(), ...swap }));
  }
  await trader.send(borrow({ snapshot: await trader.snapshot(), ...at, asset: 0, amount: 600n * USDC }));
  for (const [from, to] of [[0, 1] as const, [1, 3] as const]) {
    await devnet.travel(HOUR);
    const swap = { ...at, from, to, amount: "max", ...(await limits(trader)) } as const;
    await trader.send(swapDebt({ snapshot: await trader.snapshot(), ...swap }));
  }
}
