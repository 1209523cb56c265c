import type { Address, Hex } from "viem";
import type { Clients } from "./clients";
import { TransactionFailedError } from "./errors";

/** A call of the driver; gas is fixed because an estimate would not see the calls before it in the same block. */
export interface DriverCall {
  readonly what: string;
  readonly to: Address;
  readonly data: Hex;
}

/** Calls of one block; at `timestamp` [unix seconds] if given, else by the clock of the chain. */
export interface BlockPlan {
  readonly calls: readonly DriverCall[];
  readonly timestamp?: bigint;
}

const GAS = 1_500_000n;
/** Well above any base fee of a local chain [wei]. */
const MAX_FEE = 100_000_000_000n;

/** Sends calls of one account so that they are mined in one block, in order; throws if one of them failed. */
export class BlockSender {
  private readonly clients: Clients;
  /** True if every transaction mines its own block, so that mining has to be held back. */
  private readonly automine: boolean;

  constructor(clients: Clients, automine: boolean) {
    this.clients = clients;
    this.automine = automine;
  }

  async send(from: Address, calls: readonly DriverCall[]): Promise<void> {
    if (calls.length === 0) return;
    await this.sendSeries(from, [{ calls }]);
  }

  /** Several blocks, one after the other. */
  async sendSeries(from: Address, blocks: readonly BlockPlan[]): Promise<void> {
    const { client, test } = this.clients;
    let nonce = await client.getTransactionCount({ address: from, blockTag: "pending" });
    const hashes: Hex[] = [];
    if (this.automine) await test.setAutomine(false);
    try {
      for (const { calls, timestamp } of blocks) {
        hashes.push(...(await this.submit(from, calls, nonce)));
        nonce += calls.length;
        if (timestamp !== undefined) await test.setNextBlockTimestamp({ timestamp });
        if (this.automine) await test.mine({ blocks: 1 });
      }
    } finally {
      if (this.automine) await test.setAutomine(true);
    }
    const names = blocks.flatMap(({ calls }) => calls.map(({ what }) => what));
    await Promise.all(hashes.map((hash, index) => this.confirm(hash, names[index] ?? "A transaction")));
  }

  /** The node signs: it holds the keys, and is much faster at it. */
  private async submit(from: Address, calls: readonly DriverCall[], nonce: number): Promise<readonly Hex[]> {
    return Promise.all(
      calls.map(({ to, data }, index) =>
        this.clients.node.sendTransaction({
          account: from,
          chain: null,
          to,
          data,
          nonce: nonce + index,
          gas: GAS,
          maxFeePerGas: MAX_FEE,
          maxPriorityFeePerGas: 0n,
        }),
      ),
    );
  }

  private async confirm(hash: Hex, what: string): Promise<void> {
    const { status } = await this.clients.client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new TransactionFailedError(what, hash);
  }
}
