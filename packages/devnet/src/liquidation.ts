import type { DeployedAsset, DeployedMarket, Deployment } from "@gimbal/sdk";
import { backstopVaultAbi, marginEngineAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Hex, maxUint256 } from "viem";
import { type Clients, devnetAccounts } from "./clients";
import { DevnetError } from "./errors";
import { approve, execute } from "./wallets";

interface Pair {
  readonly market: DeployedMarket;
  readonly collateralAsset: DeployedAsset;
  readonly debtAsset: DeployedAsset;
}

/** What an account holds and owes first. */
async function pairOf(clients: Clients, deployment: Deployment, account: Hex): Promise<Pair> {
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

/** Liquidates an account with the liquidator's own tokens, as far as the engine allows. */
export async function liquidate(clients: Clients, deployment: Deployment, account: Hex): Promise<Hex> {
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
        maxRepaid: maxUint256,
        maxPrice: maxUint256,
        deadline: maxUint256,
        to: wallet.account.address,
        data: "0x",
      },
    ],
  });
}
