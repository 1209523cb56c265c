import { afterAll, beforeAll, expect, test } from "vitest";
import { covers } from "../../src/math/EngineRisk";
import { liquidationPrice } from "../../src/math/liquidationPrice";
import { type Harness, NOW, startHarness } from "../support/harness";
import { createRandom } from "../support/random";
import { amountsOf, randomState, riskAssets, type StateCase } from "./states";

const STATES = 400;
const BATCH = 100;
const SEED = BigInt(process.env.GIMBAL_SEED ?? 31_337);

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
}, 60_000);

afterAll(() => harness?.stop());

interface Boundary {
  readonly where: string;
  readonly asset: number;
  readonly side: "long" | "short";
  readonly state: StateCase;
  readonly price: bigint;
}

test("the engine turns from healthy to liquidatable within one unit of the liquidation price", {
  timeout: 300_000,
}, async () => {
  const random = createRandom(SEED);
  const found: Boundary[] = [];
  const counts = { none: 0, long: 0, short: 0, multi: 0 };
  for (let id = 0; found.length < STATES; id++) {
    const state = randomState(random, NOW);
    const amounts = amountsOf(state, NOW);
    const { initialRatio, hedgeless } = state;
    const market = { initialRatio, hedgeless, assets: riskAssets(state, NOW) };
    state.assets.forEach((a, asset) => {
      if (a.collateral === 0n && a.scaledDebt === 0n) return;
      const price = liquidationPrice({ market, amounts, asset });
      if (price === undefined) return;
      if (price === null) {
        counts.none++;
        return;
      }
      const side = a.collateral === 0n ? "short" : "long";
      counts[side]++;
      if (state.assets.filter((x) => x.collateral + x.scaledDebt !== 0n).length > 2) counts.multi++;
      found.push({ where: `state ${id}, asset ${asset} of seed ${SEED}`, asset, side, state, price });
    });
  }
  console.info(counts);
  for (const [count] of Object.entries(counts))
    expect(counts[count as "none"], count).toBeGreaterThan(STATES / 20);

  for (let i = 0; i < found.length; i += BATCH / 2) {
    const batch = found.slice(i, i + BATCH / 2);
    const outputs = await harness.evaluate(
      batch.flatMap(({ state, asset, side, price }) => [
        at(state, asset, price),
        at(state, asset, side === "long" ? price - 1n : price + 1n),
      ]),
    );
    batch.forEach(({ where }, k) => {
      const [last, beyond] = [outputs[2 * k], outputs[2 * k + 1]];
      expect(last?.maintenanceFailure, where).toBe("0x");
      expect(last && covers(last.maintenance), `${where}: healthy at the price`).toBe(true);
      expect(beyond?.maintenanceFailure, where).toBe("0x");
      expect(beyond && covers(beyond.maintenance), `${where}: liquidatable one unit beyond`).toBe(false);
    });
  }
});

function at(state: StateCase, asset: number, price: bigint): StateCase {
  const bounds = { low: price, high: price };
  const assets = state.assets.map((a, i) =>
    i === asset ? { ...a, maintenance: bounds, opening: bounds } : a,
  );
  return { ...state, assets };
}
