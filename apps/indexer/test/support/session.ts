import type { Devnet } from "@gimbal/devnet";
import {
  addCollateral,
  borrow,
  closePosition,
  decreasePosition,
  increasePosition,
  openPosition,
  positionAccount,
  redeem,
  removeCollateral,
  repay,
  supply,
  WAD,
} from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import { encodeFunctionData } from "viem";
import { playOrders } from "./orders";
import { Trader } from "./trader";

const USDC = 1_000_000n;
const DAY = 86_400;
const SLIPPAGE = 100n;

/** Everything that accounts, lenders and liquidators can do, in an order that leaves some of it open. */
export async function playSession(devnet: Devnet): Promise<void> {
  const [first, second, third] = devnet.accounts.traders.map((account) => new Trader(devnet, account));
  if (!first || !second || !third) throw new RangeError("three traders are needed");
  await lenders(devnet, second);
  await isolated(devnet, first);
  await cross(devnet, third);
  await playOrders(devnet, second.account);
  await devnet.travel(3 * DAY);
  await liquidations(devnet);
  await devnet.travel(DAY);
  await accrue(devnet, first, 1, 0);
}

async function lenders(devnet: Devnet, lender: Trader): Promise<void> {
  await lender.send(
    supply({ snapshot: await lender.snapshot(), market: 1, asset: 0, amount: 5_000n * USDC }),
  );
  await devnet.travel(DAY);
  await lender.send(supply({ snapshot: await lender.snapshot(), market: 1, asset: 1, amount: 2n * WAD }));
  await lender.send(
    redeem({ snapshot: await lender.snapshot(), market: 1, asset: 0, amount: 1_234n * USDC }),
  );
  await lender.send(redeem({ snapshot: await lender.snapshot(), market: 1, asset: 1, amount: "max" }));
}

/** A long that grows, shrinks, moves collateral and closes; a short that is reduced and stays; a long that stays. */
async function isolated(devnet: Devnet, trader: Trader): Promise<void> {
  const limits = async () => ({ slippage: SLIPPAGE, deadline: await trader.deadline() });
  const equity = 1_000n * USDC;
  for (const side of ["long", "short"] as const) {
    const at = { market: 1, side } as const;
    await trader.send(
      openPosition({
        snapshot: await trader.snapshot(),
        ...at,
        equity,
        leverage: 3n * WAD,
        ...(await limits()),
      }),
    );
    await devnet.travel(DAY);
    await trader.send(
      increasePosition({
        snapshot: await trader.snapshot(),
        ...at,
        equity,
        leverage: 2n * WAD,
        ...(await limits()),
      }),
    );
    await trader.send(
      decreasePosition({
        snapshot: await trader.snapshot(),
        ...at,
        fraction: (3n * WAD) / 10n,
        ...(await limits()),
      }),
    );
  }
  const account = positionAccount(trader.address, 1, "long");
  const long = { account, market: 1 };
  await trader.send(
    addCollateral({ snapshot: await trader.snapshot(), ...long, asset: 1, amount: WAD / 10n }),
  );
  await trader.send(borrow({ snapshot: await trader.snapshot(), ...long, asset: 0, amount: 50n * USDC }));
  await trader.send(repay({ snapshot: await trader.snapshot(), ...long, asset: 0, amount: 30n * USDC }));
  await trader.send(
    removeCollateral({ snapshot: await trader.snapshot(), ...long, asset: 1, amount: WAD / 20n }),
  );
  await devnet.travel(DAY);
  await trader.send(
    closePosition({ snapshot: await trader.snapshot(), market: 1, side: "long", ...(await limits()) }),
  );
  // a round trip in quote alone, whose result is to be its profit less its interest
  const round = { market: 2, side: "long" } as const;
  await trader.send(
    openPosition({
      snapshot: await trader.snapshot(),
      ...round,
      equity,
      leverage: 3n * WAD,
      ...(await limits()),
    }),
  );
  await devnet.travel(10 * DAY);
  await trader.send(closePosition({ snapshot: await trader.snapshot(), ...round, ...(await limits()) }));
  const back = { market: 2, side: "short" } as const;
  await trader.send(
    openPosition({
      snapshot: await trader.snapshot(),
      ...back,
      equity,
      leverage: 3n * WAD,
      ...(await limits()),
    }),
  );
  await devnet.travel(10 * DAY);
  await trader.send(closePosition({ snapshot: await trader.snapshot(), ...back, ...(await limits()) }));
}

/** Two bases in one account. */
async function cross(devnet: Devnet, trader: Trader): Promise<void> {
  for (const base of [1, 2]) {
    await trader.send(
      openPosition({
        snapshot: await trader.snapshot(),
        market: 4,
        side: "long",
        base,
        equity: 800n * USDC,
        leverage: 2n * WAD,
        slippage: SLIPPAGE,
        deadline: await trader.deadline(),
      }),
    );
    await devnet.travel(DAY / 2);
  }
}

/** A fall liquidates the riskiest longs in part; a crash leaves debt that nothing backs. */
async function liquidations(devnet: Devnet): Promise<void> {
  await liquidateAll(devnet, "ETH", -12);
  await liquidateAll(devnet, "ETH", -60);
  await liquidateAll(devnet, "ETH", 90);
}

async function liquidateAll(devnet: Devnet, asset: "ETH", percent: number): Promise<void> {
  await devnet.shock({ asset, percent });
  const accounts = await accountsOf(devnet);
  // what is healthy refuses: which ones are is the engine's to say
  for (const account of accounts) await devnet.liquidate(account).catch(() => undefined);
}

/** Every account that has ever acted. */
export async function accountsOf(devnet: Pick<Devnet, "client" | "deployment">) {
  const logs = await devnet.client.getContractEvents({
    address: devnet.deployment.contracts.marginEngine,
    abi: marginEngineAbi,
    fromBlock: 0n,
    strict: true,
  });
  const accounts = logs.flatMap((log) =>
    "account" in log.args && log.args.account !== undefined ? [log.args.account] : [],
  );
  return [...new Set(accounts)];
}

export async function accrue(devnet: Devnet, trader: Trader, market: number, asset: number): Promise<void> {
  const data = encodeFunctionData({ abi: marginEngineAbi, functionName: "accrue", args: [market, asset] });
  await trader.transact(devnet.deployment.contracts.marginEngine, data);
}
