import { convert } from "@gimbal/contracts/deployment";
import { type DeployedMarket, type Deployment, positionAccount } from "@gimbal/sdk";
import { marginEngineAbi, orderShapeAbi } from "@gimbal/sdk/abis";
import { type Account, encodeAbiParameters, type Hex, maxUint256 } from "viem";

import { tradedAssetOf } from "./assets";
import type { Clients } from "./clients";
import type { Market } from "./market";
import type { DrivenAsset } from "./types";
import { approve, execute, mint } from "./wallets";

const OPEN_WITH_DEBT_TOKEN = 0;
const OPEN_WITH_COLLATERAL_TOKEN = 1;
const NO_PERMIT = 0;
/** Most that the seeded trades may lose to the pool, fee included [1e-4]. */
const SLIPPAGE = 200n;

/** A position to open; leverage in hundredths, so 300 is 3×. */
export interface PositionPlan {
  readonly trader: Account;
  readonly asset: DrivenAsset;
  readonly side: "long" | "short";
  /** [USDC, 6 decimals] */
  readonly equity: bigint;
  readonly leverage: bigint;
}

/** The isolated market of an asset. */
export function isolatedMarketOf(deployment: Deployment, asset: DrivenAsset): DeployedMarket {
  const market = deployment.markets.find((m) => m.kind === "isolated" && m.assets[1]?.symbol === asset);
  if (!market) throw new TypeError(`${deployment.name} has no isolated market of ${asset}`);
  return market;
}

/** Opens a position in one transaction of the trader, through the real router; returns its account. */
export async function openPosition(
  clients: Clients,
  deployment: Deployment,
  market: Market,
  plan: PositionPlan,
): Promise<Hex> {
  const { trader, asset, side, equity } = plan;
  const { tradeRouter, marginEngine } = deployment.contracts;
  const { id } = isolatedMarketOf(deployment, asset);
  const wallet = clients.wallet(trader);
  await mint(clients, deployment, "USDC", trader.address, equity);
  await approve(clients, deployment, wallet, "USDC", tradeRouter);
  const account = positionAccount(trader.address, id, side);
  const order = await orderOf(deployment, market, plan, id);
  await execute(clients, wallet, {
    what: `Opening a ${side} of ${asset}`,
    to: marginEngine,
    abi: marginEngineAbi,
    functionName: "execute",
    args: [account, tradeRouter, encodeAbiParameters(orderShapeAbi[0].inputs, [order])],
  });
  return account;
}

async function orderOf(deployment: Deployment, market: Market, plan: PositionPlan, id: number) {
  const base = tradedAssetOf(deployment, plan.asset);
  const quote = isolatedMarketOf(deployment, plan.asset).assets[0];
  if (!quote) throw new TypeError(`market ${id} has no quote asset`);
  const priced = {
    base: { decimals: base.decimals, price: await market.answer(plan.asset) },
    quote: { decimals: quote.decimals, price: await market.answer(quote.symbol) },
  };
  const long = plan.side === "long";
  const exposure = (plan.equity * plan.leverage) / 100n;
  const borrowed = long ? exposure - plan.equity : convert(exposure, priced.quote, priced.base);
  const bought = long ? convert(exposure, priced.quote, priced.base) : exposure;
  const [collateral, debt] = long ? [base, quote] : [quote, base];
  return {
    kind: long ? OPEN_WITH_DEBT_TOKEN : OPEN_WITH_COLLATERAL_TOKEN,
    permitKind: NO_PERMIT,
    market: id,
    collateralAsset: collateral.index,
    debtAsset: debt.index,
    collateralToken: collateral.address,
    debtToken: debt.address,
    poolFee: base.poolFee,
    equity: plan.equity,
    amount: borrowed,
    limit: (bought * (10_000n - SLIPPAGE)) / 10_000n,
    payout: 0n,
    recipient: plan.trader.address,
    deadline: maxUint256,
    permit: "0x" as const,
  };
}
