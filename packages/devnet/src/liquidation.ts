import type { Deployment } from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import { type Hex, maxUint256 } from "viem";
import { type Clients, devnetAccounts } from "./clients";
import { DevnetError } from "./errors";
import { approve, execute } from "./wallets";

/** Liquidates an account with the liquidator's own tokens, as far as the engine allows. */
export async function liquidate(clients: Clients, deployment: Deployment, account: Hex): Promise<Hex> {
  const { marginEngine } = deployment.contracts;
  const [marketId, collateral, debt] = await clients.client.readContract({
    address: marginEngine,
    abi: marginEngineAbi,
    functionName: "position",
    args: [account],
  });
  const market = deployment.markets.find(({ id }) => id === marketId);
  const debtAsset = market?.assets.find(({ index }) => (debt[index] ?? 0n) > 0n);
  const collateralAsset = market?.assets.find(({ index }) => (collateral[index] ?? 0n) > 0n);
  if (!debtAsset || !collateralAsset)
    throw new DevnetError(`Account ${account} owes nothing or holds nothing.`);
  const wallet = clients.wallet(devnetAccounts.liquidator);
  await approve(clients, deployment, wallet, debtAsset.symbol, marginEngine);
  return execute(clients, wallet, {
    what: `Liquidating ${account}`,
    to: marginEngine,
    abi: marginEngineAbi,
    functionName: "liquidate",
    args: [account, collateralAsset.index, debtAsset.index, maxUint256, 0n, wallet.account.address, "0x"],
  });
}
