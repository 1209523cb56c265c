// One handler per event of the engine: what each says goes to the stores.
import { ponder } from "ponder:registry";
import type { EngineEvent } from "@gimbal/sdk/history";
import type { Placed } from "./lib/log";
import { lower, unpackAssets, unpackPosition, unpackReserveId } from "./lib/log";
import { setCollateral, setDebt } from "./store/balances";
import { noteHead } from "./store/head";
import { lend } from "./store/lenders";
import { addLiquidation, addLoss } from "./store/liquidations";
import { changeMarket, countInMarket, createMarket } from "./store/markets";
import { addEngineEvent, addMove } from "./store/orders";
import { changeReserve, listReserve, setReserveLimits } from "./store/reserves";

/** The event as the SDK's history reads it. */
function told<N extends EngineEvent["eventName"]>(
  eventName: N,
  event: Placed & { readonly args: Extract<EngineEvent, { eventName: N }>["args"] },
): EngineEvent {
  return {
    eventName,
    args: event.args,
    blockNumber: event.block.number,
    transactionHash: event.transaction.hash,
    logIndex: event.log.logIndex,
  } as EngineEvent;
}

ponder.on("MarginEngine:Adjust", async ({ event, context: { db } }) => {
  const { account, assets, debtDelta, position, debtWord, cashWord } = event.args;
  const { market, collateralAsset, debtAsset } = unpackAssets(assets);
  const { collateral, scaledDebt } = unpackPosition(position);
  await setCollateral(db, account, market, collateralAsset, collateral, event);
  await setDebt(db, account, market, debtAsset, { scaled: scaledDebt, delta: debtDelta, debtWord }, event);
  await changeReserve(db, market, debtAsset, { debtWord, cashWord }, event);
  await addEngineEvent(db, market, told("Adjust", event), event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:MoveCollateral", async ({ event, context: { db } }) => {
  const { account, assets, collateral } = event.args;
  const { market, collateralAsset } = unpackAssets(assets);
  await setCollateral(db, account, market, collateralAsset, collateral, event);
  await addEngineEvent(db, market, told("MoveCollateral", event), event);
  await noteHead(db, event);
});

ponder.on("AccountMover:MovePosition", async ({ event, context: { db } }) => {
  await addMove(db, event.args.from, event.args.to, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Liquidate", async ({ event, context: { db } }) => {
  const { account, caller, assets, repaid, seized, bonus, position, debtWord, cashWord } = event.args;
  const { market, collateralAsset, debtAsset } = unpackAssets(assets);
  const { collateral, scaledDebt } = unpackPosition(position);
  await setCollateral(db, account, market, collateralAsset, collateral, event);
  await setDebt(db, account, market, debtAsset, { scaled: scaledDebt, delta: -repaid, debtWord }, event);
  await changeReserve(db, market, debtAsset, { debtWord, cashWord, liquidated: repaid }, event);
  await addLiquidation(
    db,
    { account, liquidator: caller, market, collateralAsset, debtAsset, repaid, seized, bonus },
    event,
  );
  await countInMarket(db, market, { liquidations: 1 });
  await addEngineEvent(db, market, told("Liquidate", event), event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:WriteOff", async ({ event, context: { db } }) => {
  const { account, assets, loss, feesLost, debtWord, cashWord } = event.args;
  const { market, asset } = unpackReserveId(assets);
  await setDebt(db, account, market, asset, { scaled: 0n, delta: -loss, debtWord }, event);
  await changeReserve(db, market, asset, { debtWord, cashWord, lost: loss, feesLost }, event);
  await addLoss(db, { account, market, asset, loss, feesLost }, event);
  await countInMarket(db, market, { losses: 1 });
  await addEngineEvent(db, market, told("WriteOff", event), event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Lend", async ({ event, context: { db } }) => {
  const { account, reserve, assets, shares, debtWord, cashWord, supplyWord } = event.args;
  const { market, asset } = unpackReserveId(reserve);
  const supplyShares = supplyWord & ((1n << 144n) - 1n);
  await lend(db, { account, market, asset, assets, shares }, event);
  await changeReserve(db, market, asset, { debtWord, cashWord, supplyShares }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:Accrue", async ({ event, context: { db } }) => {
  const { reserve, debtWord, cashWord } = event.args;
  const { market, asset } = unpackReserveId(reserve);
  await changeReserve(db, market, asset, { debtWord, cashWord }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:CollectFees", async ({ event, context: { db } }) => {
  const { market, asset, amount, debtWord, cashWord } = event.args;
  await changeReserve(db, market, asset, { debtWord, cashWord, feesCollected: amount }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetRatePremium", async ({ event, context: { db } }) => {
  const { market, asset, debtWord, cashWord } = event.args;
  await changeReserve(db, market, asset, { debtWord, cashWord }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetDebtCap", async ({ event, context: { db } }) => {
  const { market, asset, cashWord } = event.args;
  await changeReserve(db, market, asset, { cashWord }, event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:CreateMarket", async ({ event, context: { db } }) => {
  await createMarket(db, event.args.market);
  await noteHead(db, event);
});

ponder.on("MarginEngine:ListAsset", async ({ event, context: { db } }) => {
  const { market, asset, token } = event.args;
  await listReserve(db, market, asset, lower(token), event);
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetMarketParameters", async ({ event, context: { db } }) => {
  const { market, parameters } = event.args;
  const { initialRatio, targetHealth, paused } = parameters;
  await changeMarket(db, market, { initialRatio, targetHealth, paused });
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetOpeningsClosed", async ({ event, context: { db } }) => {
  const { market, closed } = event.args;
  await changeMarket(db, market, { openingsClosed: closed });
  await noteHead(db, event);
});

ponder.on("MarginEngine:SetReserveParameters", async ({ event, context: { db } }) => {
  const { market, asset, parameters, debtWord, cashWord } = event.args;
  await setReserveLimits(db, market, asset, parameters, event);
  await changeReserve(db, market, asset, { debtWord, cashWord }, event);
  await noteHead(db, event);
});
