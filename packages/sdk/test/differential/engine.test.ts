import { decodeErrorResult, type Hex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allErrorsAbi } from "../../src/generated/errorsAbi";
import { auctionAge, presentDepth, sliceWait, throttleRoom } from "../../src/math/auction";
import { type LiquidationResult, liquidation } from "../../src/math/EngineLiquidation";
import { covers, health, type Reading, type RiskAsset, tryRequirement } from "../../src/math/EngineRisk";
import * as InterestRate from "../../src/math/InterestRate";
import { debtOf, feesUp, grow, totalAssets, totalDebt } from "../../src/math/ReserveWords";
import type { Health } from "../../src/types";
import { type Harness, NOW, type ReserveOutput, type StateOutput, startHarness } from "../support/harness";
import { createRandom } from "../support/random";
import { amountsOf, positionCapOf, randomState, riskAssets, type StateCase } from "./states";

const STATES = Number(process.env.GIMBAL_DIFFERENTIAL_STATES ?? 10_000);
const BATCH = 100;
/** Of the field that holds them. */
const MAX_FEES = (1n << 96n) - 1n;
const SEED = BigInt(process.env.GIMBAL_SEED ?? 20_261_122);

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
}, 60_000);

afterAll(() => harness?.stop());

/** What the engine reverts with. */
const FAILURES = { "price-down": "PriceUnavailable", "leg-too-large": "AmountTooLarge" } as const;

const seen = {
  liquidatable: 0,
  healthy: 0,
  closed: 0,
  failed: new Map<string, number>(),
  slices: 0,
  earned: 0,
  legs: 0,
  unpriced: 0,
};

test(`the SDK equals the engine to the wei on ${STATES} random states`, { timeout: 600_000 }, async () => {
  const random = createRandom(SEED);
  for (let done = 0; done < STATES; done += BATCH) {
    const states = Array.from({ length: BATCH }, () => randomState(random, NOW));
    const outputs = await harness.evaluate(states);
    states.forEach((state, i) => {
      compare(state, outputs[i] as StateOutput, done + i);
    });
  }
  // Every branch was reached often, else the equality above says little.
  console.info(seen);
  expect(seen.liquidatable).toBeGreaterThan(STATES / 8);
  expect(seen.healthy).toBeGreaterThan(STATES / 8);
  expect(seen.closed).toBeGreaterThan(STATES / 10);
  expect(seen.earned).toBeGreaterThan(STATES / 40);
  expect(seen.slices).toBeGreaterThan(0);
});

function compare(state: StateCase, out: StateOutput, id: number) {
  const amounts = amountsOf(state, NOW);
  const market = {
    initialRatio: state.initialRatio,
    targetHealth: state.targetHealth,
    hedgeless: state.hedgeless,
    assets: riskAssets(state, NOW),
  };
  const where = `state ${id} of seed ${SEED}`;
  seen.legs += state.assets.length;

  market.assets.forEach(({ risk }, i) => {
    const { maintenanceMargin, initialMargin, depth } = out.risks[i] as StateOutput["risks"][number];
    expect({ maintenanceMargin, initialMargin, depth }, where).toEqual({
      maintenanceMargin: risk.maintenanceMargin,
      initialMargin: risk.initialMargin,
      depth: risk.depth,
    });
  });
  expect(out.debt.slice(0, state.assets.length), where).toEqual(amounts.debt);
  expectReserve(out.reserve, grow(asset(state, state.debtAsset).reserve, NOW), where);

  const expected = (reading: Reading) => {
    const failure = tryRequirement(market, amounts, reading);
    if (typeof failure === "string") return FAILURES[failure];
    return health(market, amounts, reading) as Health;
  };
  const [maintenance, initial] = [expected("maintenance"), expected("initial")];
  expect(reading(out.maintenance, out.maintenanceFailure), where).toEqual(maintenance);
  expect(reading(out.initial, out.initialFailure), where).toEqual(initial);
  if (typeof maintenance === "string") seen.unpriced++;
  else if (covers(maintenance)) seen.healthy++;
  else seen.liquidatable++;

  const minDebt = asset(state, state.debtAsset).reserve.minDebt;
  const { depth } = (market.assets[state.collateralAsset] as RiskAsset).risk;
  const positionCap = positionCapOf(asset(state, state.collateralAsset));
  const result = liquidation({
    market,
    amounts,
    minDebt,
    ...state,
    age: auctionAge(state.auction, NOW),
    soft: { softZone: state.auction.softZone, wait: sliceWait(state.auction, NOW) },
    room: throttleRoom(state.drawn.amount, state.drawn.time, presentDepth(depth, positionCap), NOW),
  });
  expectLiquidation(state, out, result, where);
}

function expectLiquidation(state: StateCase, out: StateOutput, result: LiquidationResult, where: string) {
  const failure =
    out.liquidationFailure === "0x"
      ? undefined
      : decodeErrorResult({ abi: allErrorsAbi, data: out.liquidationFailure });
  if (failure !== undefined)
    seen.failed.set(failure.errorName, (seen.failed.get(failure.errorName) ?? 0) + 1);
  const empty = state.assets.every((a) => a.collateral === 0n && a.scaledDebt === 0n);
  if (empty) return expect(failure?.errorName, where).toBe("AssetNotListed"); // it is in no market
  if (result.type !== "close") return expectRefusal(result, failure, where);
  if (failure?.errorName === "AmountTooLarge") return; // the reserve could not hold the repayment
  seen.closed++;
  expect(failure, where).toBeUndefined();
  if (result.slice) seen.slices++;
  if (result.bonus > 0n) seen.earned++;
  expect({ paid: out.paid, seized: out.seized }, where).toEqual({
    paid: result.repaid + result.fee,
    seized: result.seized,
  });
  const held = asset(state, state.collateralAsset).collateral - result.seized;
  expect(out.collateralAfter[state.collateralAsset], where).toBe(held);
  expectReserveAfter(state, out, result, where);
}

function expectRefusal(
  result: Exclude<LiquidationResult, { type: "close" }>,
  failure: { readonly errorName: string; readonly args?: readonly unknown[] | undefined } | undefined,
  where: string,
) {
  const names = {
    unpriced: FAILURES["price-down"],
    "too-large": FAILURES["leg-too-large"],
    healthy: "NotLiquidatable",
    nothing: "ZeroAmount",
    "lowers-health": "PairLowersHealth",
    "strands-debt": "DebtBelowMinimum",
    "slice-too-soon": "SliceTooSoon",
    throttled: "Throttled",
  } as const;
  expect(failure?.errorName, where).toBe(names[result.type]);
  if ("bound" in result) expect(failure?.args, where).toEqual([result.actual, result.bound]);
}

/** What a repayment, and a write-off when the last collateral went, leave of the reserve. */
function expectReserveAfter(
  state: StateCase,
  out: StateOutput,
  { repaid, fee }: { readonly repaid: bigint; readonly fee: bigint },
  where: string,
) {
  const { scaledDebt: scaled, reserve } = asset(state, state.debtAsset);
  const before = grow(reserve, NOW);
  const owed = debtOf(scaled, before.index);
  const burnt = repaid === owed ? scaled : (repaid << 60n) / before.index;
  const room = (MAX_FEES - before.fees) >> 16n;
  let after = {
    ...before,
    scaledDebt: before.scaledDebt - burnt,
    cash: before.cash + repaid + fee,
    fees: before.fees + ((fee < room ? fee : room) << 16n),
  };
  let left = scaled - burnt;
  if (out.collateralAfter.every((amount) => amount === 0n)) {
    const loss = debtOf(left, after.index);
    const fees = after.fees >> 16n;
    const feesLost = fees < loss ? fees : loss;
    after = { ...after, scaledDebt: after.scaledDebt - left, fees: after.fees - (feesLost << 16n) };
    left = 0n;
  }
  expect(out.debtAfter[state.debtAsset], where).toBe(debtOf(left, after.index));
  expectReserve(out.reserveAfter, after, where);
}

function expectReserve(actual: ReserveOutput, words: ReturnType<typeof grow>, where: string) {
  const debt = totalDebt(words);
  const { cash, fees, index, rateAtTarget, borrowRate } = actual;
  expect(
    { cash, debt: actual.debt, fees, index, rateAtTarget, borrowRate, totalAssets: actual.totalAssets },
    where,
  ).toEqual({
    cash: words.cash,
    debt,
    fees: feesUp(words),
    index: words.index,
    rateAtTarget: InterestRate.rateAtTarget(words.logRate),
    borrowRate: InterestRate.borrowRate(
      words.logRate,
      InterestRate.utilizationOf(debt, words.cash),
      words.ratePremium,
    ),
    totalAssets: totalAssets(words),
  });
}

function asset(state: StateCase, index: number) {
  const found = state.assets[index];
  if (found === undefined) throw new Error(`no asset ${index}`);
  return found;
}

function reading(value: Health, failure: Hex): Health | string {
  return failure === "0x" ? value : decodeErrorResult({ abi: allErrorsAbi, data: failure }).errorName;
}
