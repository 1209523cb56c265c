import type { Address } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type FactorCovariance,
  logReturn,
  NO_COVARIANCE,
  updateCovariance,
} from "../../src/risk/factorCorrelation";
import { ringIndex } from "../../src/risk/forecastScore";
import { forecastVariance, pokeVolatility, type Staleness, volatilityAt } from "../../src/risk/volatility";
import {
  hourlyVariance,
  type PendingForecast,
  seedVolatility,
  type VolatilityState,
} from "../../src/risk/volatilityState";
import { type Anvil, startAnvil } from "../support/anvil";
import { artifact } from "../support/artifacts";
import { createRandom, type Random } from "../support/random";

const PATHS = 16;
const STEPS = 400;
/** Long enough for forecasts to be scored, and to count. */
const LONG_STEPS = 1500;
const SEED = BigInt(process.env.GIMBAL_SEED ?? 31_337);
const WAD = 10n ** 18n;
const { abi, bytecode } = artifact("VolatilityHarness");

interface SampleInput {
  readonly price: bigint;
  readonly factorPrice: bigint;
  readonly time: bigint;
}

interface SampleOutput {
  readonly state: Omit<VolatilityState, "profile" | "ring"> & {
    readonly hoursWord: bigint;
    readonly daysWord: bigint;
  };
  readonly forecast: {
    readonly baseline: bigint;
    readonly learned: bigint;
    readonly features: readonly bigint[];
  };
  readonly pending: bigint;
  readonly volatility: bigint;
  readonly covarianceShort: bigint;
  readonly covarianceLong: bigint;
}

let anvil: Anvil;
let harness: Address;

beforeAll(async () => {
  anvil = await startAnvil(
    "--disable-code-size-limit",
    "--gas-limit",
    "100000000000",
    "--no-request-size-limit",
  );
  const [account] = await anvil.client.getAddresses();
  if (account === undefined) throw new RangeError("anvil has no accounts");
  const hash = await anvil.client.deployContract({ abi, bytecode, account, gas: 30_000_000n });
  harness = (await anvil.client.waitForTransactionReceipt({ hash })).contractAddress as Address;
}, 60_000);

afterAll(() => anvil?.stop());

/** Prices of a random walk whose steps are of every length and size: calm hours, long gaps, crashes, bad prints. */
function randomPath(random: Random): readonly SampleInput[] {
  let time = random.between(1_500_000_000n, 2_000_000_000n);
  let price = random.between(10n ** 12n, 10n ** 24n);
  let factorPrice = random.chance(80) ? 2000n * WAD : 0n;
  const isHourly = random.chance(60);
  return Array.from({ length: STEPS }, () => {
    if (random.chance(isHourly ? 97 : 20)) time += 3600n + random.between(0n, random.chance(50) ? 0n : 90n);
    else if (random.chance(70)) time += random.between(1n, 30_000n);
    else time += random.between(1n, 10_000_000n);
    const extreme = random.chance(3);
    const move = extreme ? random.between(WAD / 1000n, 50n * WAD) : WAD + random.between(-WAD, WAD) / 100n;
    if (!random.chance(8)) price = (price * move) / WAD;
    if (price < 10n ** 9n || price > 10n ** 30n) price = 10n ** 18n;
    factorPrice = (factorPrice * (WAD + random.between(-WAD, WAD) / 100n)) / WAD;
    return { price, factorPrice, time };
  });
}

/** Hour after hour, with calm weekends: what the learned forecast is there for. */
function weeklyPath(random: Random): readonly SampleInput[] {
  let time = (random.between(1_500_000_000n, 2_000_000_000n) / 3600n) * 3600n;
  let price = 2000n * WAD;
  return Array.from({ length: LONG_STEPS }, () => {
    time += 3600n;
    const calm = (time / 86_400n + 4n) % 7n >= 5n ? 8n : 1n;
    const dice = [1, 2, 3, 4].reduce((sum) => sum + random.between(-WAD, WAD), 0n);
    price += (price * dice) / (200n * WAD * calm);
    return {
      price,
      factorPrice: 1000n * WAD + (price * dice) / WAD / 200n,
      time: time + random.between(0n, 9n),
    };
  });
}

test("the SDK and the contracts estimate the same, to the last bit", { timeout: 300_000 }, async () => {
  const random = createRandom(SEED);
  const met = { clips: 0, scored: 0n, learned: 0, stale: 0 };
  for (let path = 0; path < PATHS; path++) {
    const start = random.between(WAD / 100n, 3n * WAD);
    const staleness: Staleness = {
      grace: random.between(20n, 10_000n),
      stress: random.between(WAD / 2n, 5n * WAD),
    };
    const age = random.between(0n, 200_000n);
    const samples = path < 2 ? weeklyPath(random) : randomPath(random);
    const { result } = await anvil.client.simulateContract({
      address: harness,
      abi,
      functionName: "run",
      args: [start, { ...staleness, stress: hourlyVariance(staleness.stress) }, age, samples],
      gas: 90_000_000_000n,
    });
    let state = seedVolatility(start);
    let covariance: FactorCovariance = NO_COVARIANCE;
    (result as unknown as readonly SampleOutput[]).forEach((output, step) => {
      const { price, factorPrice, time } = samples[step] as SampleInput;
      const change = state.price === 0n ? 0n : logReturn(state.price, price);
      covariance = updateCovariance(covariance, factorPrice, change, time - state.lastPoke);
      state = pokeVolatility(state, price, time, staleness);
      const where = `step ${step} of path ${path} of seed ${SEED}`;
      expect({ ...output.state, hoursWord: 0n, daysWord: 0n }, where).toEqual(flat(state));
      expect([output.state.hoursWord, output.state.daysWord], where).toEqual(profileWords(state));
      const { baseline, learned, features, counted } = forecastVariance(state);
      expect(output.forecast, where).toEqual({ baseline, learned, features });
      expect(output.pending, where).toBe(ringWord(state.ring[ringIndex(time)] as PendingForecast));
      expect(output.volatility, where).toBe(volatilityAt(state, time + age, staleness));
      expect([output.covarianceShort, output.covarianceLong], where).toEqual([
        covariance.short,
        covariance.long,
      ]);
      if (counted === learned) met.learned++;
      if (state.clips > 0n) met.clips++;
    });
    met.scored += state.scored;
    if (age > staleness.grace) met.stale++;
  }
  console.info(met);
  expect(met.clips).toBeGreaterThan(50);
  expect(met.scored).toBeGreaterThan(1000n);
  expect(met.learned).toBeGreaterThan(100);
  expect(met.stale).toBeGreaterThan(3);
});

function flat({ profile: _, ring: __, ...rest }: VolatilityState) {
  return { ...rest, hoursWord: 0n, daysWord: 0n };
}

function profileWords({ profile }: VolatilityState): readonly bigint[] {
  const pack = (lanes: readonly bigint[]) => lanes.reduce((word, m, i) => word | (m << BigInt(16 * i)), 0n);
  return [pack(profile.hours.slice(0, 16)), pack([...profile.hours.slice(16), ...profile.days])];
}

function ringWord(entry: PendingForecast): bigint {
  if (entry.time === 0n) return 0n;
  const lanes = [
    [entry.cumulative, 64],
    [entry.lnBaseline, 32],
    [entry.lnLearned, 32],
    ...entry.features.map((x) => [x, 16] as const),
  ] as readonly (readonly [bigint, number])[];
  return lanes.reduce(
    (word, [value, bits]) => (word << BigInt(bits)) | BigInt.asUintN(bits, value),
    entry.time,
  );
}
