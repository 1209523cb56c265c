import type { Devnet } from "@gimbal/devnet";
import type { HistoryClient, HistoryTrade, Page } from "@gimbal/history";
import { type AccountId, type Deployment, readTrades } from "@gimbal/sdk";
import { marginEngineAbi } from "@gimbal/sdk/abis";
import { expect } from "vitest";
import { accountsOf } from "./session";

const ASSETS = 16;
type Chain = Pick<Devnet, "client" | "deployment">;

function call(deployment: Deployment) {
  return { address: deployment.contracts.marginEngine, abi: marginEngineAbi } as const;
}

/** Every account, reserve and lender of the index is what the engine says of it at the indexed block, to the wei. */
export async function expectEqual(
  chain: Chain,
  index: HistoryClient,
): Promise<{ readonly compared: number }> {
  const accounts = await accountsOf(chain);
  let compared = 0;
  for (const account of accounts) {
    compared += await expectAccount(chain, index, account);
    compared += await expectTrades(chain, index, account);
  }
  for (const market of chain.deployment.markets) compared += await expectMarket(chain, index, market.id);
  return { compared };
}

async function expectAccount({ client, deployment }: Chain, index: HistoryClient, account: AccountId) {
  const { indexed, data } = await index.account(account);
  const blockNumber = indexed.block;
  const [market, collateral, debt] = await client.readContract({
    ...call(deployment),
    functionName: "position",
    args: [account],
    blockNumber,
  });
  const told = { collateral: Array<bigint>(ASSETS).fill(0n), debt: Array<bigint>(ASSETS).fill(0n) };
  for (const row of data.balances) {
    if (row.collateral === 0n && row.debt === 0n) continue;
    expect(row.market, `market of ${account}`).toBe(market);
    told.collateral[row.asset] = row.collateral;
    told.debt[row.asset] = row.debt as bigint;
  }
  expect(told, `position of ${account} at ${blockNumber}`).toEqual({
    collateral: [...collateral],
    debt: [...debt],
  });
  for (const loan of data.lent) {
    const args = [account, loan.market, loan.asset] as const;
    const shares = await client.readContract({
      ...call(deployment),
      functionName: "sharesOf",
      args,
      blockNumber,
    });
    expect(loan.shares, `shares of ${account}`).toBe(shares);
  }
  return 2 * ASSETS + data.lent.length;
}

async function expectMarket({ client, deployment }: Chain, index: HistoryClient, market: number) {
  const { indexed, data } = await index.reserves(market);
  const blockNumber = indexed.block;
  const count = await client.readContract({
    ...call(deployment),
    functionName: "assetCount",
    args: [market],
    blockNumber,
  });
  expect(data.map(({ asset }) => asset)).toEqual(Array.from({ length: count }, (_, i) => i));
  for (const reserve of data) {
    const { token, parameters, ...state } = await client.readContract({
      ...call(deployment),
      functionName: "reserve",
      args: [market, reserve.asset],
      blockNumber,
    });
    expect(reserve, `reserve ${market}/${reserve.asset} at ${blockNumber}`).toMatchObject({
      ...state,
      token: token.toLowerCase(),
      debtCap: parameters.debtCap,
      supplyCap: parameters.supplyCap,
      minDebt: parameters.minDebt,
      feeShare: BigInt(parameters.feeShare),
      ratePremium: BigInt(parameters.ratePremium),
      collateralEnabled: parameters.collateralEnabled,
      borrowEnabled: parameters.borrowEnabled,
    });
  }
  const { data: markets } = await index.markets();
  const told = markets.find(({ id }) => id === market);
  const args = [market] as const;
  const { paused } = await client.readContract({
    ...call(deployment),
    functionName: "marketParameters",
    args,
    blockNumber,
  });
  const closed = await client.readContract({
    ...call(deployment),
    functionName: "openingsClosed",
    args,
    blockNumber,
  });
  expect(told).toMatchObject({ paused, openingsClosed: closed });
  return data.length * 16;
}

/** The history of every base asset is what the SDK reads from the chain itself. */
async function expectTrades({ client, deployment }: Chain, index: HistoryClient, account: AccountId) {
  const { data: positions } = await index.positions(account);
  let compared = 0;
  for (const position of positions) {
    const { market, base } = position;
    const history = await readTrades(client, { deployment, account, market, base });
    const trades = await allTrades(index, account, market, base);
    const told = trades
      .reverse()
      .map(({ account: _, market: __, base: ___, time: ____, fee: _____, transaction, block, ...trade }) => ({
        ...trade,
        blockNumber: block,
        transactionHash: transaction,
      }));
    expect(told, `trades of ${account} in ${market}/${base}`).toEqual(history.trades);
    expect(position).toMatchObject({
      size: history.state.size,
      entry: history.entry,
      realised: history.realised,
      invested: history.invested,
      held: history.state.held,
      owed: history.state.owed,
      basis: history.state.basis,
      inKind: history.state.inKind,
    });
    compared += told.length;
  }
  return compared;
}

/** Page by page, small ones, so that the turning of pages is proved with it. */
export async function allTrades(index: HistoryClient, who: string, market: number, base: number) {
  const rows: HistoryTrade[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<HistoryTrade> = await index.trades(who, { market, base, limit: 3, cursor });
    rows.push(...page.data);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}
