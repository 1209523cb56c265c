// What a price tick costs: every account that the tick can have changed is looked at, and the unhealthy ones are told
// exactly. On one core, with the keeper's own code.
//   npm run bench:keeper -- [--accounts 100000] [--ticks 400] [--json]
import { parseArgs } from "node:util";
import type { AccountId } from "@gimbal/sdk";
import { encodeFunctionData, parseAbi } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { Account } from "../src/accounts/account";
import { isUnhealthy } from "../src/risk/exact";
import { RiskIndex } from "../src/risk/riskIndex";
import { seeded } from "./random";
import { cure, fill, markets, PRICES } from "./world";

const { values } = parseArgs({
  options: {
    accounts: { type: "string", default: "100000" },
    ticks: { type: "string", default: "400" },
    json: { type: "boolean", default: false },
  },
});
const count = Number(values.accounts);
const ticks = Number(values.ticks);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(ticks) || ticks < 20)
  throw new RangeError("--accounts must be a whole number from 1, --ticks one from 20");

const random = seeded(20_261_126);
const accounts = new Map<AccountId, Account>();
const index = new RiskIndex((id) => accounts.get(id));

const started = performance.now();
fill(count, random, (account) => {
  accounts.set(account.id, account);
  index.update(account.id, account);
});
let prices = [...PRICES];
let state = markets(prices, 0);
cure(index, accounts, state);
index.maintain(state);
const loadMs = performance.now() - started;

// A walk of 0.15 % a tick, one asset or all of them, and now and then a jump of two percent.
const times: number[] = [];
/** Of the processor, all threads: what other programs of the machine do is not in it. */
const cpu: number[] = [];
const maintenance: number[] = [];
let [looked, exact, unhealthy, orders] = [0, 0, 0, 0];
for (let tick = 0; tick < ticks; tick++) {
  const jump = tick % 50 === 49 ? 0.02 : 0;
  const moved = 1 + Math.floor(4 * random());
  prices = prices.map((price, i) =>
    i === 0 || (moved < 4 && i !== moved)
      ? price
      : price * Math.exp(0.003 * (random() - 0.5) + jump * (random() - 0.5)),
  );
  state = markets(prices, tick * 1e-7);
  const [before, usedBefore] = [performance.now(), process.cpuUsage()];
  const result = index.tick(state);
  times.push(performance.now() - before);
  const used = process.cpuUsage(usedBefore);
  cpu.push((used.user + used.system) / 1_000);
  looked += result.looked;
  exact += result.exact;
  unhealthy += result.unhealthy.length;
  // As the keeper does: what was liquidated comes back as an event, and orders are made anew between ticks.
  for (const { account } of result.unhealthy) {
    accounts.delete(account);
    index.update(account, undefined);
  }
  const pause = performance.now();
  orders += index.maintain(state);
  maintenance.push(performance.now() - pause);
}

/** From a crash of a tenth to the first take, decided exactly, encoded and signed. */
async function firstLiquidation(): Promise<{ readonly ms: number; readonly found: number }> {
  const wallet = privateKeyToAccount(generatePrivateKey());
  const abi = parseAbi(["function take(bytes32 account, uint8 collateralAsset, uint8 debtAsset)"]);
  const crash = markets(
    prices.map((price, i) => (i === 0 ? price : price * 0.9)),
    ticks * 1e-7,
  );
  const before = performance.now();
  const { unhealthy: found } = index.tick(crash);
  for (const { account, market } of found) {
    const known = accounts.get(account);
    const at = crash.find(({ id }) => id === market);
    if (known === undefined || at === undefined || !isUnhealthy(known, at)) continue;
    const data = encodeFunctionData({
      abi,
      functionName: "take",
      args: [account, known.held[0]?.asset ?? 0, known.owed[0]?.asset ?? 0],
    });
    await wallet.signTransaction({
      chainId: 31_337,
      to: wallet.address,
      data,
      nonce: 0,
      gas: 500_000n,
      type: "eip1559",
    });
    break;
  }
  return { ms: performance.now() - before, found: found.length };
}

const quantile = (samples: readonly number[], q: number) =>
  [...samples].sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(q * samples.length))] as number;
const first = await firstLiquidation();
const round = (x: number) => Math.round(x * 1e3) / 1e3;
const report = {
  accounts: count,
  ticks,
  tickP95Ms: round(quantile(times, 0.95)),
  tickP50Ms: round(quantile(times, 0.5)),
  tickCpuP95Ms: round(quantile(cpu, 0.95)),
  tickMaxMs: round(Math.max(...times)),
  firstLiquidationMs: round(first.ms),
  firstLiquidationUnhealthy: first.found,
  lookedPerTick: Math.round(looked / ticks),
  exactPerTick: round(exact / ticks),
  unhealthyPerTick: round(unhealthy / ticks),
  newOrders: orders,
  newOrdersMaxMs: round(Math.max(...maintenance)),
  loadMs: Math.round(loadMs),
};
console.log(
  values.json
    ? JSON.stringify(report)
    : Object.entries(report)
        .map(([name, value]) => `${name.padEnd(28)} ${value}`)
        .join("\n"),
);
