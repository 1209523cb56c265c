import type { DeployedAsset, DeployedMarket, Deployment } from "@gimbal/sdk";
import { backstopVaultAbi, marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Hex, maxUint256 } from "viem";
import { poolAbi } from "./abis";
import { type Clients, devnetAccounts } from "./clients";
import { DevnetError } from "./errors";
import { approve, execute } from "./wallets";

/** Of what a pool holds at its price, a taker sells or buys as much as moves it by 3 % [1/1,000]. */
const ABSORBED = 15n;
const Q96 = 2n ** 96n;

/** What an account holds and owes, and where. */
export interface Pair {
  readonly market: DeployedMarket;
  readonly collateralAsset: DeployedAsset;
  readonly debtAsset: DeployedAsset;
}

/** What an account holds and owes first. */
export async function pairOf(clients: Clients, deployment: Deployment, account: Hex): Promise<Pair> {
  const [marketId, collateral, debt] = await clients.client.readContract({
    address: deployment.contracts.marginEngine,
    abi: marginEngineAbi,
    functionName: "position",
    args: [account],
  });
  const market = deployment.markets.find(({ id }) => id === marketId);
  const debtAsset = market?.assets.find(({ index }) => (debt[index] ?? 0n) > 0n);
  const collateralAsset = market?.assets.find(({ index }) => (collateral[index] ?? 0n) > 0n);
  if (!market || !debtAsset || !collateralAsset)
    throw new DevnetError(`Account ${account} owes nothing or holds nothing.`);
  return { market, collateralAsset, debtAsset };
}

/** Starts the auction clocks of accounts that are unhealthy, and ends those of the others. */
export function mark(clients: Clients, deployment: Deployment, accounts: readonly Hex[]): Promise<Hex> {
  return execute(clients, clients.wallet(devnetAccounts.liquidator), {
    what: "Marking accounts",
    to: deployment.contracts.marginEngine,
    abi: marginEngineLiquidationAbi,
    functionName: "mark",
    args: [accounts],
  });
}

/** Lets the backstop of the market take an account over: it pays its debt in the quote asset, or assumes another. */
export async function takeOver(clients: Clients, deployment: Deployment, account: Hex): Promise<Hex> {
  const { market, collateralAsset, debtAsset } = await pairOf(clients, deployment, account);
  if (market.backstop === null) throw new DevnetError(`${market.slug} has no backstop.`);
  const pays = debtAsset.index === 0;
  return execute(clients, clients.wallet(devnetAccounts.liquidator), {
    what: `Taking ${account} over`,
    to: market.backstop,
    abi: backstopVaultAbi,
    functionName: pays ? "absorb" : "assume",
    args: [account, pays ? collateralAsset.index : debtAsset.index, maxUint256],
  });
}

/** What the engine says of a take of an account's pair now; undefined for one that owes nothing any more. */
export async function quote(clients: Clients, deployment: Deployment, account: Hex) {
  const pair = await pairOf(clients, deployment, account).catch(() => undefined);
  if (pair === undefined) return undefined;
  const answer = await clients.client.readContract({
    address: deployment.contracts.marginEngine,
    abi: marginEngineLiquidationAbi,
    functionName: "quoteLiquidation",
    args: [account, pair.collateralAsset.index, pair.debtAsset.index],
  });
  return { ...answer, pair };
}

/**
 * Most debt that a taker repays who sells what he seizes, or buys what he repays: without liquidity in the pools there
 * are none such.
 */
export async function sellable(
  clients: Clients,
  { pair, repaid, seized }: NonNullable<Awaited<ReturnType<typeof quote>>>,
): Promise<bigint> {
  const { collateralAsset, debtAsset } = pair;
  const traded = collateralAsset.pool === null ? debtAsset : collateralAsset;
  const { address: token, pool } = traded;
  if (pool === null || seized === 0n) return 0n;
  const [liquidity, [root], token0] = await Promise.all([
    clients.client.readContract({ address: pool, abi: poolAbi, functionName: "liquidity" }),
    clients.client.readContract({ address: pool, abi: poolAbi, functionName: "slot0" }),
    clients.client.readContract({ address: pool, abi: poolAbi, functionName: "token0" }),
  ]);
  const isFirst = token0.toLowerCase() === token.toLowerCase();
  const held = isFirst ? (liquidity * Q96) / root : (liquidity * root) / Q96;
  const most = (held * ABSORBED) / 1_000n;
  return traded === debtAsset ? most : (repaid * most) / seized;
}

/** Liquidates an account with the liquidator's own tokens: as far as the engine allows, and at most `maxRepaid`. */
export async function liquidate(
  clients: Clients,
  deployment: Deployment,
  account: Hex,
  maxRepaid: bigint = maxUint256,
): Promise<Hex> {
  const { marginEngine } = deployment.contracts;
  const { collateralAsset, debtAsset } = await pairOf(clients, deployment, account);
  const wallet = clients.wallet(devnetAccounts.liquidator);
  await approve(clients, deployment, wallet, debtAsset.symbol, marginEngine);
  return execute(clients, wallet, {
    what: `Liquidating ${account}`,
    to: marginEngine,
    abi: marginEngineLiquidationAbi,
    functionName: "liquidate",
    args: [
      account,
      {
        collateralAsset: collateralAsset.index,
        debtAsset: debtAsset.index,
        maxRepaid,
        maxPrice: maxUint256,
        deadline: maxUint256,
        to: wallet.account.address,
        data: "0x",
      },
    ],
  });
}
