import type { Answer, HistoryClient, Page } from "@gimbal/history";
import type { Deployment } from "@gimbal/sdk";
import type { Hex } from "viem";

/** Everything that an index answers, at one block: two indexes of one chain must give the same. */
export async function dump(index: HistoryClient, deployment: Deployment, accounts: readonly Hex[]) {
  const told: Record<string, unknown> = {};
  const note = async (name: string, answer: Promise<Answer<unknown>>) => {
    told[name] = (await answer).data;
  };
  told.indexed = (await index.status()).indexed.event;
  await note("markets", index.markets());
  for (const account of accounts) {
    await note(`account ${account}`, index.account(account));
    await note(`positions ${account}`, index.positions(account));
    told[`trades ${account}`] = await everyPage((cursor) => index.trades(account, { cursor }));
    told[`liquidations ${account}`] = await everyPage((cursor) => index.liquidations(account, { cursor }));
  }
  for (const { id, assets } of deployment.markets) {
    await note(`reserves ${id}`, index.reserves(id));
    told[`coverage ${id}`] = await everyPage((cursor) => index.coverage(id, { cursor }));
    told[`regimes ${id}`] = await everyPage((cursor) => index.regimes(id, { cursor }));
    told[`losses ${id}`] = await everyPage((cursor) => index.losses(id, { cursor }));
    for (const { index: asset, address, feed, pool } of assets) {
      await note(`history ${id}/${asset}`, index.reserveHistory(id, asset, { limit: 300 }));
      await note(`volatility ${address}`, index.volatility(address, { limit: 300 }));
      for (const source of [feed, pool])
        for (const interval of [60, 300, 3_600, 86_400] as const)
          if (source !== null) await note(`candles ${source}/${interval}`, index.candles(source, interval));
    }
  }
  return told;
}

async function everyPage<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.data);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}
