// Finds the account nearest to liquidation and takes its auction without own capital; starts the auction if nobody has.
import {
  mark,
  nearestToLiquidation,
  readAccounts,
  readLiquidationJournal,
  readLiquidations,
  readSnapshot,
  takeAndSell,
  WAD,
} from "@gimbal/sdk";
import { formatUnits } from "viem";
import { connect } from "./connect";

const { client, deployment, owner, send } = await connect();
const { accounts } = await readLiquidationJournal(client, { deployment });
const [nearest] = nearestToLiquidation(await readAccounts(client, { deployment, accounts }), 1);
if (nearest === undefined) throw new RangeError("Nobody owes anything.");

const held = (amounts: readonly bigint[]) => amounts.findIndex((amount) => amount > 0n);
const pair = { collateralAsset: held(nearest.collateral), debtAsset: held(nearest.debt) };
const report = await readLiquidations(client, { deployment, accounts: [{ account: nearest.id, pair }] });
const { quote, auction } = report.accounts[0] ?? {};
const snapshot = await readSnapshot(client, { deployment, owner, accounts: [nearest.id] });

if (quote === undefined || quote.health >= WAD) console.log(`nobody to liquidate: ${nearest.id} is nearest`);
else if (auction?.startedAt === 0n) {
  await send(mark({ snapshot, accounts: [nearest.id] }));
  console.log(`auction of ${nearest.id} started`);
} else {
  const take = takeAndSell({
    snapshot,
    account: nearest.id,
    quote,
    slippage: 50n,
    deadline: snapshot.timestamp + 600n,
  });
  await send(take);
  console.log(`took ${nearest.id}, profit about ${formatUnits(take.preview.profit, 6)} USDC`);
}
