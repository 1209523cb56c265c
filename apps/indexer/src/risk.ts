// The series of the risk oracles: volatility, depth, margins, regimes, coverage.
import { ponder } from "ponder:registry";
import { coverage, depth, regime, riskUpdate, volatility } from "ponder:schema";
import { originOf } from "./lib/log";
import { noteHead } from "./store/head";

ponder.on("VolatilityOracle:Poke", async ({ event, context: { db } }) => {
  const { token, price, time, ...sample } = event.args;
  await db.insert(volatility).values({
    ...originOf(event),
    token,
    sampledAt: time,
    price,
    volatility: sample.volatility,
    baseline: sample.baseline,
    learned: sample.learned,
  });
  await noteHead(db, event);
});

ponder.on("DepthOracle:Observe", async ({ event, context: { db } }) => {
  const { token, sample, depth: measured, slow } = event.args;
  await db.insert(depth).values({ ...originOf(event), token, sample, depth: measured, slow });
  await noteHead(db, event);
});

ponder.on("RiskEngine:Refresh", async ({ event, context: { db } }) => {
  const { caller: _, ...row } = event.args;
  await db.insert(riskUpdate).values({ ...originOf(event), ...row });
  await noteHead(db, event);
});

ponder.on("RiskEngine:SetRegime", async ({ event, context: { db } }) => {
  await db.insert(regime).values({ ...originOf(event), ...event.args });
  await noteHead(db, event);
});

ponder.on("CoverageGate:Poke", async ({ event, context: { db } }) => {
  await db.insert(coverage).values({ ...originOf(event), ...event.args });
  await noteHead(db, event);
});
