import { accountOwner, type Deployment } from "@gimbal/sdk";
import { lensAbi, marginEngineLiquidationAbi } from "@gimbal/sdk/abis";
import { type Hex, isAddressEqual, maxUint256 } from "viem";
import { type Clients, devnetAccounts } from "./clients";
import { type Pair, pairOf } from "./liquidation";
import { execute } from "./wallets";

/** Closes an unhealthy account against whom it moves most with; undefined where there is nobody. */
export async function net(
  clients: Clients,
  deployment: Deployment,
  account: Hex,
  accounts: Iterable<Hex>,
): Promise<Hex | undefined> {
  const pair = await pairOf(clients, deployment, account);
  const { collateralAsset, debtAsset } = pair;
  const engine = { address: deployment.contracts.marginEngine, abi: marginEngineLiquidationAbi } as const;
  const argsOf = (opposite: Hex) => [account, opposite, collateralAsset.index, debtAsset.index] as const;
  const opposites = await oppositesOf(clients, deployment, pair, account, accounts);
  const quotes = await Promise.all(
    opposites.map(async (opposite) => ({
      opposite,
      quote: await clients.client.readContract({
        ...engine,
        functionName: "quoteNetting",
        args: argsOf(opposite),
      }),
    })),
  );
  // who asked for it goes before who did not
  const [best] = quotes
    .filter(({ quote }) => quote.reason === "0x" && quote.moved > 0n)
    .sort(
      (a, b) => Number(a.quote.forced) - Number(b.quote.forced) || (b.quote.moved > a.quote.moved ? 1 : -1),
    );
  if (best === undefined) return undefined;
  return execute(clients, clients.wallet(devnetAccounts.liquidator), {
    what: `Netting ${account}`,
    to: engine.address,
    abi: engine.abi,
    functionName: "net",
    args: [...argsOf(best.opposite), maxUint256],
  });
}

/** Accounts of others in the same market that hold what it owes and owe what it holds. */
async function oppositesOf(
  clients: Clients,
  deployment: Deployment,
  { market, collateralAsset, debtAsset }: Pair,
  account: Hex,
  accounts: Iterable<Hex>,
): Promise<readonly Hex[]> {
  const views = await clients.client.readContract({
    address: deployment.contracts.lens,
    abi: lensAbi,
    functionName: "accounts",
    args: [[...accounts]],
  });
  return views
    .filter(
      (view) =>
        view.market === market.id &&
        (view.collateral[debtAsset.index] ?? 0n) > 0n &&
        (view.debt[collateralAsset.index] ?? 0n) > 0n &&
        !isAddressEqual(accountOwner(view.account), accountOwner(account)),
    )
    .map((view) => view.account);
}
