import { decodeError } from "@gimbal/sdk";
import { keccak256, type LocalAccount } from "viem";
import type { Logger } from "../observe/log";
import type { Attempt, Entry } from "./entry";
import type { Fees } from "./fees";
import type { Node } from "./node";

const TRANSFER_GAS = 21_000n;

/** Signs transactions and gives them to the network. */
export class Transmitter {
  readonly signer: LocalAccount;
  private readonly node: Node;
  private readonly chainId: number;
  private readonly log: Logger;
  private readonly now: () => number;

  constructor(signer: LocalAccount, node: Node, chainId: number, log: Logger, now: () => number) {
    this.signer = signer;
    this.node = node;
    this.chainId = chainId;
    this.log = log;
    this.now = now;
  }

  /** Signs an entry, or what takes its place: a transfer of nothing that frees its nonce. */
  async sign(entry: Entry, nonce: number, { maxFee, tip }: Fees, cancels: boolean): Promise<Attempt> {
    const { to, data, gas } = cancels
      ? { to: this.signer.address, data: "0x" as const, gas: TRANSFER_GAS }
      : entry;
    const raw = await this.signer.signTransaction({
      type: "eip1559",
      chainId: this.chainId,
      nonce,
      to,
      data,
      gas,
      value: 0n,
      maxFeePerGas: maxFee,
      maxPriorityFeePerGas: tip,
    });
    return { hash: keccak256(raw), raw, maxFee, tip, at: this.now(), cancels };
  }

  /** Tells the network; what it does not take now is told again when the entry is settled. */
  async broadcast({ raw, hash }: Attempt): Promise<void> {
    try {
      await this.node.broadcast(raw);
    } catch (error) {
      this.log.warn({ hash, reason: decodeError(error).shortMessage }, "not taken by the network yet");
    }
  }
}
