import { afterAll, beforeAll, expect, test } from "vitest";
import { bucketOf, bucketsAtRisk, indexOf, nearest, priceAt } from "../../src/math/LiquidationBuckets";
import { WAD } from "../../src/units";
import { type Anvil, startAnvil } from "../support/anvil";
import { artifact } from "../support/artifacts";
import { createRandom, type Random } from "../support/random";

const CASES = 20_000;
const BATCH = 2_000;
const SEED = BigInt(process.env.GIMBAL_SEED ?? 77);
const { abi, bytecode } = artifact("BucketsHarness");

interface Input {
  readonly collateralPrice: bigint;
  readonly debtPrice: bigint;
  readonly buffer: bigint;
  readonly debt: bigint;
  readonly bucket: number;
}

interface Output {
  readonly filed: bigint;
  readonly index: bigint;
  readonly nearest: bigint;
  readonly lower: bigint;
  readonly upper: bigint;
}

let anvil: Anvil;
let address: `0x${string}`;

beforeAll(async () => {
  anvil = await startAnvil("--gas-limit", "100000000000", "--no-request-size-limit");
  const [account] = await anvil.client.getAddresses();
  const hash = await anvil.client.deployContract({
    abi,
    bytecode,
    account: account as `0x${string}`,
    args: [],
  });
  const { contractAddress } = await anvil.client.waitForTransactionReceipt({ hash });
  address = contractAddress as `0x${string}`;
}, 60_000);

afterAll(() => anvil?.stop());

/** Of every size, evenly by its logarithm. */
function ofAnySize(random: Random, bits: bigint): bigint {
  const width = random.between(1n, bits);
  return random.between(1n, (1n << width) - 1n);
}

function randomInput(random: Random): Input {
  return {
    collateralPrice: ofAnySize(random, 120n),
    debtPrice: ofAnySize(random, 120n),
    buffer: random.between(0n, 9n) === 0n ? 0n : ofAnySize(random, 123n),
    debt: ofAnySize(random, 123n),
    bucket: Number(random.between(0n, 255n)),
  };
}

test(`buckets equal those of the contract on ${CASES} random accounts`, { timeout: 300_000 }, async () => {
  const random = createRandom(SEED);
  let unknown = 0;
  for (let done = 0; done < CASES; done += BATCH) {
    const inputs = Array.from({ length: BATCH }, () => randomInput(random));
    const outputs = (await anvil.client.readContract({
      address,
      abi,
      functionName: "run",
      args: [inputs],
    })) as unknown as readonly Output[];
    inputs.forEach((x, i) => {
      const out = outputs[i] as Output;
      const index = indexOf(x.collateralPrice, x.debtPrice);
      const near = nearest(x.bucket, index);
      expect({ ...out }, `case ${done + i} of seed ${SEED}`).toEqual({
        filed: BigInt(bucketOf(x.collateralPrice, x.debtPrice, x.buffer, x.debt)),
        index,
        nearest: near,
        lower: priceAt(near, x.debtPrice),
        upper: priceAt(near + 1n, x.debtPrice),
      });
      if (out.filed === 0n) unknown += 1;
    });
  }
  expect(unknown).toBeGreaterThan(CASES / 20);
  expect(unknown).toBeLessThan((CASES * 19) / 20);
});

test("a larger gap reaches the same buckets and more", () => {
  const random = createRandom(SEED);
  for (let i = 0; i < 500; i += 1) {
    const { collateralPrice, debtPrice } = randomInput(random);
    const gaps = [0n, 10n, 30n, 60n, 90n].map((percent) => (percent * WAD) / 100n);
    const reached = gaps.map((gap) => new Set(bucketsAtRisk(collateralPrice, debtPrice, gap)));
    reached.forEach((buckets, step) => {
      expect(buckets.has(0)).toBe(true);
      for (const bucket of reached[step - 1] ?? []) expect(buckets.has(bucket)).toBe(true);
    });
    // three and a half octaves, and the one above
    expect(reached.at(-1)?.size).toBeLessThanOrEqual(148);
  }
});
