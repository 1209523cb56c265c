// A keeper's outbox on a plain chain, in a process of its own that kills itself at one step:
//   tsx crash.ts <rpc url> <state folder> <step or "none">
// It wants one thing, that a counter stands at 1, and wants it as long as the counter says 0.
import { join } from "node:path";
import { createPublicClient, defineChain, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createLogger } from "../../src/observe/log";
import { Metrics } from "../../src/observe/metrics";
import { Budget } from "../../src/outbox/budget";
import { Cooldowns } from "../../src/outbox/cooldown";
import { FileJournal, type Journal } from "../../src/outbox/journal";
import { chainNode, type Node } from "../../src/outbox/node";
import { Outbox } from "../../src/outbox/outbox";
import { Sender } from "../../src/outbox/sender";
import { Settler } from "../../src/outbox/settler";
import { Transmitter } from "../../src/outbox/transmitter";
import { COUNTER, KEY } from "./counter";

const [, , url = "", folder = "", crashAt = "none"] = process.argv;
const ROUNDS = 400;
const CONFIRMATIONS = 2n;

let step = 0;
/** Ends the process at once, as a power cut would, when this is the step. */
function mayCrash(): void {
  if (String(step++) === crashAt) process.kill(process.pid, "SIGKILL");
}

const chain = defineChain({
  id: 31_337,
  name: "plain",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [url] } },
});
const reader = createPublicClient({ chain, transport: http(url), cacheTime: 0 });
const real = chainNode(reader);
const node: Node = {
  ...real,
  async broadcast(raw) {
    mayCrash();
    await real.broadcast(raw);
    mayCrash();
  },
};
const file = new FileJournal(join(folder, "outbox.jsonl"));
const journal: Journal = {
  append(record) {
    mayCrash();
    file.append(record);
    mayCrash();
  },
};
const outbox = new Outbox(journal, file.records());
const cooldowns = new Cooldowns();
const log = createLogger({ level: "silent", secrets: [] });
const now = () => Math.floor(Date.now() / 1_000);
const transmitter = new Transmitter(privateKeyToAccount(KEY), node, chain.id, log, now);
const common = { node, outbox, cooldowns, log, metrics: new Metrics(), maxFee: 10n ** 12n, transmitter, now };
const sender = new Sender({
  ...common,
  from: transmitter.signer.address,
  budget: new Budget(10n ** 18n),
  minProfit: 0n,
});
const settler = new Settler({ ...common, confirmations: CONFIRMATIONS, stuckSeconds: 3_600 });

for (let round = 0; round < ROUNDS; round++) {
  const block = await reader.getBlock();
  const { number, hash, parentHash, timestamp, baseFeePerGas } = block;
  const head = { number, hash, parentHash, timestamp, baseFee: baseFeePerGas ?? 0n };
  await settler.settle(head);
  const count = BigInt(
    (await reader.getStorageAt({ address: COUNTER, slot: "0x0", blockNumber: number })) ?? "0x0",
  );
  if (count === 0n) {
    const plan = { purpose: "count", duty: "mark", to: COUNTER, data: "0x", gasCap: 1_000_000n } as const;
    await sender.submit(plan, { head, nativePrice: 1n });
  } else if (outbox.open().length === 0) {
    process.stdout.write(`final after ${step} steps\n`);
    process.exit(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
}
process.exit(3);
