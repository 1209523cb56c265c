import {
  type DeployedAsset,
  type DeployedMarket,
  type Deployment,
  lenderAccount,
  positionAccount,
  type Side,
} from "@gimbal/sdk";
import { backstopVaultAbi, marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Account, type Hex, parseUnits } from "viem";

import { assetOf, DRIVEN_ASSETS } from "./assets";
import { backgroundBorrower, backgroundTraders, type Clients, devnetAccounts } from "./clients";
import type { Market } from "./market";
import { isolatedMarketOf, openPosition, type PositionPlan } from "./positions";
import { approve, execute, mint } from "./wallets";

/** What the lender supplies of each asset to every market, and what liquidator and demo wallets start with. */
const SUPPLIED = { USDC: "5000000", ETH: "1200", BTC: "40", LINK: "80000" } as const;
const WAR_CHEST = { USDC: "20000000", ETH: "5000", BTC: "200", LINK: "500000" } as const;
const POCKET = { USDC: "50000", ETH: "10", BTC: "0.5", LINK: "1000" } as const;

function units(asset: DeployedAsset, amounts: Readonly<Record<string, string>>): bigint {
  return parseUnits(amounts[asset.symbol] ?? "0", asset.decimals);
}

/** The lender fills every reserve of every market. */
export async function seedLenders(clients: Clients, deployment: Deployment): Promise<void> {
  const { lender } = devnetAccounts;
  const wallet = clients.wallet(lender);
  const { marginEngine } = deployment.contracts;
  for (const symbol of Object.keys(SUPPLIED))
    await approve(clients, deployment, wallet, symbol, marginEngine);
  for (const market of deployment.markets)
    for (const asset of market.assets) {
      const amount = units(asset, SUPPLIED);
      await mint(clients, deployment, asset.symbol, lender.address, amount);
      await execute(clients, wallet, {
        what: `Supplying ${asset.symbol} to ${market.slug}`,
        to: marginEngine,
        abi: marginEngineAbi,
        functionName: "supply",
        args: [lenderAccount(lender.address), market.id, asset.index, amount],
      });
    }
}

/** What the lender puts at risk behind each market [USDC]: its cap for one owner, a fifth, takes what a demo wallet can open. */
const BACKSTOP = "2500000";

/** The lender fills every backstop vault. */
export async function seedBackstops(clients: Clients, deployment: Deployment): Promise<void> {
  const { lender } = devnetAccounts;
  const wallet = clients.wallet(lender);
  for (const { slug, backstop, assets } of deployment.markets) {
    const [quote] = assets;
    if (backstop === null || quote === undefined) continue;
    const amount = parseUnits(BACKSTOP, quote.decimals);
    await mint(clients, deployment, quote.symbol, lender.address, amount);
    await approve(clients, deployment, wallet, quote.symbol, backstop);
    await execute(clients, wallet, {
      what: `Backing ${slug}`,
      to: backstop,
      abi: backstopVaultAbi,
      functionName: "deposit",
      args: [amount, lender.address],
    });
  }
}

/** What the borrower owes in each isolated market, and what it holds against it: at least three times as much. */
const LOANS = {
  ETH: { owes: { USDC: "2800000", ETH: "520" }, holds: { ETH: "3200", USDC: "5500000" } },
  BTC: { owes: { USDC: "2300000", BTC: "15" }, holds: { BTC: "85", USDC: "5500000" } },
  LINK: { owes: { USDC: "400000", LINK: "24000" }, holds: { LINK: "110000", USDC: "1500000" } },
} as const;

/** Loans that are nobody's trade: without them nothing is borrowed and lenders earn nothing. */
export async function seedLoans(clients: Clients, deployment: Deployment): Promise<void> {
  const wallet = clients.wallet(backgroundBorrower);
  for (const symbol of Object.keys(SUPPLIED))
    await approve(clients, deployment, wallet, symbol, deployment.contracts.marginEngine);
  for (const asset of DRIVEN_ASSETS) {
    const { owes, holds } = LOANS[asset];
    const market = isolatedMarketOf(deployment, asset);
    const [quote, base] = market.assets;
    if (!quote || !base) throw new TypeError(`${market.slug} has fewer than two assets`);
    await borrow(
      clients,
      deployment,
      market,
      "long",
      [base, units(base, holds)],
      [quote, units(quote, owes)],
    );
    await borrow(
      clients,
      deployment,
      market,
      "short",
      [quote, units(quote, holds)],
      [base, units(base, owes)],
    );
  }
}

type Leg = readonly [asset: DeployedAsset, amount: bigint];

async function borrow(
  clients: Clients,
  deployment: Deployment,
  market: DeployedMarket,
  side: Side,
  [held, deposited]: Leg,
  [owed, borrowed]: Leg,
): Promise<void> {
  const { address } = backgroundBorrower;
  const account = positionAccount(address, market.id, side);
  const call = (what: string, functionName: string, args: readonly unknown[]) =>
    execute(clients, clients.wallet(backgroundBorrower), {
      what: `${what} in ${market.slug}`,
      to: deployment.contracts.marginEngine,
      abi: marginEngineAbi,
      functionName,
      args,
    });
  await mint(clients, deployment, held.symbol, address, deposited);
  await call("Depositing", "deposit", [account, market.id, held.index, deposited]);
  await call("Borrowing", "borrow", [account, market.id, owed.index, borrowed, address]);
}

/** Tokens for the demo wallets, so that a person can trade at once, and for the liquidator. */
export async function seedWallets(clients: Clients, deployment: Deployment): Promise<void> {
  const { traders, liquidator } = devnetAccounts;
  for (const symbol of Object.keys(POCKET)) {
    const asset = assetOf(deployment, symbol);
    for (const { address } of traders) await mint(clients, deployment, symbol, address, units(asset, POCKET));
    await mint(clients, deployment, symbol, liquidator.address, units(asset, WAR_CHEST));
  }
}

const usdc = (dollars: string): bigint => parseUnits(dollars, 6);

/** A position whose owner may have chosen to be netted. */
interface SeedPlan extends PositionPlan {
  readonly nettable?: boolean;
}

/** Open positions of the background, from careful to close to liquidation. */
function plans(): readonly SeedPlan[] {
  const [first, second, third, fourth, fifth] = backgroundTraders;
  if (!first || !second || !third || !fourth || !fifth)
    throw new TypeError("five background traders are needed");
  return [
    { trader: first, asset: "ETH", side: "long", equity: usdc("20000"), leverage: 200n },
    { trader: second, asset: "ETH", side: "long", equity: usdc("8000"), leverage: 700n },
    { trader: third, asset: "ETH", side: "short", equity: usdc("15000"), leverage: 300n, nettable: true },
    { trader: fourth, asset: "BTC", side: "long", equity: usdc("30000"), leverage: 400n },
    { trader: first, asset: "BTC", side: "short", equity: usdc("10000"), leverage: 200n },
    { trader: fifth, asset: "LINK", side: "long", equity: usdc("4000"), leverage: 300n },
    { trader: second, asset: "LINK", side: "short", equity: usdc("3000"), leverage: 200n, nettable: true },
  ];
}

/** Opens them, each as its trader would; afterwards the pools are traded back to the feeds. */
export async function seedTraders(clients: Clients, deployment: Deployment, market: Market): Promise<void> {
  for (const plan of plans()) {
    const account = await openPosition(clients, deployment, market, plan);
    if (plan.nettable) await beNettable(clients, deployment, plan.trader, account);
  }
  await market.move(await market.prices());
}

function beNettable(clients: Clients, deployment: Deployment, trader: Account, account: Hex): Promise<Hex> {
  return execute(clients, clients.wallet(trader), {
    what: "Taking part in netting",
    to: deployment.contracts.marginEngine,
    abi: marginEngineLiquidationAbi,
    functionName: "setNettable",
    args: [account, true],
  });
}
