import type { Address } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mid, type Netting, type NettingInputs, rebate, size, threshold } from "../../src/math/NettingMath";
import { type Anvil, startAnvil } from "../support/anvil";
import { artifact } from "../support/artifacts";
import { createRandom, type Random } from "../support/random";

const CASES = 10_000;
const BATCH = 500;
const SEED = BigInt(process.env.GIMBAL_SEED ?? 270);
const WAD = 10n ** 18n;
const UNLIMITED = 2n ** 256n - 1n;
const { abi, bytecode } = artifact("NettingHarness");

interface Case {
  readonly inputs: NettingInputs;
  readonly priceWord: bigint;
  readonly sinceDue: bigint;
  readonly bonus: bigint;
  readonly collateral: bigint;
  readonly debt: bigint;
}

interface Answer {
  readonly amounts: Netting;
  readonly mid: bigint;
  readonly threshold: bigint;
  readonly rebate: bigint;
}

let anvil: Anvil;
let harness: Address;

beforeAll(async () => {
  anvil = await startAnvil("--gas-limit", "100000000000", "--no-request-size-limit");
  const [account] = await anvil.client.getAddresses();
  if (account === undefined) throw new RangeError("anvil has no accounts");
  const hash = await anvil.client.deployContract({ abi, bytecode, account, gas: 30_000_000n });
  harness = (await anvil.client.waitForTransactionReceipt({ hash })).contractAddress as Address;
}, 60_000);

afterAll(() => anvil?.stop());

/** Amounts of the size of each other, so that every limit binds sometimes; prices up to what a leg may be worth. */
function randomCase(random: Random): Case {
  const price = () => (random.bits(48) + 1n) * 10n ** (27n - random.pick([6n, 8n, 18n] as const));
  const [collateralPrice, debtPrice] = [price(), price()];
  const value = random.bits(random.pick([90, 110, 119] as const)) + 1n;
  const worth = (of: bigint) => (value * random.between(1n, 1_000n) * WAD) / (of * 500n);
  const owed = worth(debtPrice) + 1n;
  const counterOwed = worth(collateralPrice);
  const least = (debt: bigint) => 1n << BigInt((debt / random.pick([1_000n, 3n, 1n])).toString(2).length - 1);
  const low = random.bits(127);
  return {
    inputs: {
      collateralPrice,
      debtPrice,
      rebate: random.chance(50) ? 0n : random.between(0n, WAD / 20n),
      needed: random.chance(80) ? random.between(1n, owed) : owed * 2n,
      limit: random.chance(60) ? UNLIMITED : worth(collateralPrice),
      held: worth(collateralPrice),
      owed,
      minDebt: least(owed),
      sole: random.chance(50),
      counterHeld: worth(debtPrice),
      counterOwed,
      counterMinDebt: least(counterOwed),
      counterLimit: random.chance(50) ? counterOwed : counterOwed / 2n,
    },
    priceWord: (low << 128n) | (low + random.bits(127)),
    sinceDue: random.chance(90) ? random.between(0n, 700n) : random.bits(256),
    bonus: random.between(0n, WAD / 10n),
    collateral: random.bits(124),
    debt: random.bits(124),
  };
}

test(`the SDK nets as the engine does, to the unit, in ${CASES} cases`, { timeout: 120_000 }, async () => {
  const random = createRandom(SEED);
  const met = { nothing: 0, need: 0, whole: 0, collateral: 0, counter: 0, writtenOff: 0, dust: 0 };
  for (let done = 0; done < CASES; done += BATCH) {
    const cases = Array.from({ length: BATCH }, () => randomCase(random));
    const answers = (await anvil.client.readContract({
      address: harness,
      abi,
      functionName: "run",
      args: [cases],
    })) as readonly Answer[];
    cases.forEach((x, i) => {
      const n = size(x.inputs);
      const mask = (1n << 128n) - 1n;
      expect(answers[i], `case ${done + i} of seed ${SEED}`).toEqual({
        amounts: n,
        mid: mid({ low: x.priceWord >> 128n, high: x.priceWord & mask }),
        threshold: threshold(x.sinceDue),
        rebate: rebate(x.bonus, x.collateral, x.debt),
      });
      const { inputs } = x;
      if (n.moved === 0n) met.nothing++;
      else if (n.repaid === inputs.owed) met.whole++;
      else if (n.repaid === inputs.needed) met.need++;
      else if (n.credited === inputs.counterOwed || n.taken === inputs.counterHeld) met.counter++;
      else if (n.moved === inputs.held) met.collateral++;
      if (n.moved === inputs.held && inputs.sole && inputs.owed - n.repaid < inputs.minDebt) met.writtenOff++;
      if (n.moved !== n.credited || n.taken !== n.repaid) met.dust++;
    });
  }
  // Every branch was reached, else the equality above says little.
  console.info(met);
  for (const [branch, count] of Object.entries(met)) expect(count, branch).toBeGreaterThan(CASES / 250);
});
