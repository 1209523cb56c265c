// Auctions, netting, the backstop and losses: events of the engine beside takes.
import { ponder } from "ponder:registry";
import { assumption, claim, lossStep, netting } from "ponder:schema";
import { accountOwner } from "@gimbal/sdk";
import { originOf, unpackAssets, unpackPosition, unpackReserveId } from "./lib/log";
import { changeAuction } from "./store/auctions";
import { setCollateral, setDebt } from "./store/balances";
import { noteHead } from "./store/head";
import { changeMarket } from "./store/markets";
import { addEvent, exchanged, received } from "./store/positions";
import { changeReserve } from "./store/reserves";

ponder.on("MarginEngine:Mark", async ({ event, context: { db } }) => {
  const { account, startedAt, stopped } = event.args;
  await changeAuction(db, account, { startedAt, stopped }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Slice", async ({ event, context: { db } }) => {
  const { account, takenAt } = event.args;
  await changeAuction(db, account, { slicedAt: takenAt }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetSoftZone", async ({ event, context: { db } }) => {
  const { account, on } = event.args;
  await changeAuction(db, account, { softZone: on }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetNettable", async ({ event, context: { db } }) => {
  const { account, on } = event.args;
  await changeAuction(db, account, { nettable: on }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Draw", async ({ event, context: { db } }) => {
  const { market, asset } = unpackReserveId(event.args.reserve);
  await changeReserve(db, market, asset, { throttle: event.args.throttle }, event);
  await noteHead(db, event);
});

/** Two accounts, opposite to each other: what one holds the other owes. */
ponder.on("MarginEngine:Net", async ({ event, context: { db } }) => {
  const { account, counterparty, caller, result } = event.args;
  const { assets, moved, credited, taken, repaid, rebate, debtWord, counterDebtWord } = result;
  const { market, collateralAsset, debtAsset } = unpackAssets(assets);
  const own = unpackPosition(result.position);
  const counter = unpackPosition(result.counterPosition);
  await setCollateral(db, account, market, collateralAsset, own.collateral, event);
  await setDebt(db, account, market, debtAsset, { scaled: own.scaledDebt, delta: -repaid, debtWord }, event);
  await setCollateral(db, counterparty, market, debtAsset, counter.collateral, event);
  const debt = { scaled: counter.scaledDebt, delta: -credited, debtWord: counterDebtWord };
  await setDebt(db, counterparty, market, collateralAsset, debt, event);
  await changeReserve(db, market, debtAsset, { debtWord, cashWord: result.cashWord }, event);
  const words = { debtWord: counterDebtWord, cashWord: result.counterCashWord };
  await changeReserve(db, market, collateralAsset, words, event);
  const pair = { market, collateralAsset, debtAsset };
  const amounts = { moved, credited, taken, repaid, rebate, forced: result.window !== 0n };
  await db.insert(netting).values({ ...originOf(event), account, counterparty, ...pair, ...amounts });
  const opposite = { market, collateralAsset: debtAsset, debtAsset: collateralAsset };
  const told = exchanged(event, { account, caller, ...pair }, { repaid, seized: moved }, result.position);
  await addEvent(db, market, told, event);
  const other = { account: counterparty, caller, ...opposite };
  const counterTold = exchanged(event, other, { repaid: credited, seized: taken }, result.counterPosition);
  await addEvent(db, market, counterTold, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Assume", async ({ event, context: { db } }) => {
  const { account, into, assets, repaid, seized, bonus, positions, debtWord, cashWord } = event.args;
  const { market, collateralAsset, debtAsset } = unpackAssets(assets);
  const pair = { market, collateralAsset, debtAsset };
  const from = unpackPosition(positions[0]);
  const to = unpackPosition(positions[1]);
  await setCollateral(db, account, market, collateralAsset, from.collateral, event);
  await setDebt(db, account, market, debtAsset, { scaled: from.scaledDebt, delta: -repaid, debtWord }, event);
  await setCollateral(db, into, market, collateralAsset, to.collateral, event);
  await setDebt(db, into, market, debtAsset, { scaled: to.scaledDebt, delta: repaid, debtWord }, event);
  await changeReserve(db, market, debtAsset, { debtWord, cashWord }, event);
  await db.insert(assumption).values({ ...originOf(event), account, into, ...pair, repaid, seized, bonus });
  const caller = accountOwner(into);
  const told = exchanged(event, { account, caller, ...pair }, { repaid, seized }, positions[0]);
  await addEvent(db, market, told, event);
  const intoTold = received(event, { account: into, caller, ...pair }, { repaid, seized }, positions[1]);
  await addEvent(db, market, intoTold, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:LossCovered", async ({ event, context: { db } }) => {
  const { account, reserve, step, amount } = event.args;
  await db
    .insert(lossStep)
    .values({ ...originOf(event), account, ...unpackReserveId(reserve), step, amount });
  await noteHead(db, event);
});

ponder.on("MarginEngine:Recover", async ({ event, context: { db } }) => {
  const { reserve, toSuppliers, toBackstop } = event.args;
  const { market, asset } = unpackReserveId(reserve);
  await changeReserve(db, market, asset, { recovered: toSuppliers + toBackstop }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Claim", async ({ event, context: { db } }) => {
  const { account, reserve, amount } = event.args;
  await db.insert(claim).values({ ...originOf(event), account, ...unpackReserveId(reserve), amount });
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetBackstop", async ({ event, context: { db } }) => {
  const { market, backstop } = event.args;
  await changeMarket(db, market, { backstop });
  await noteHead(db, event);
});

ponder.on("MarginEngine:DistributeFees", async ({ event, context: { db } }) => {
  const { market, asset, amount, debtWord, cashWord } = event.args;
  await changeReserve(db, market, asset, { debtWord, cashWord, feesDistributed: amount }, event);
  await noteHead(db, event);
});
