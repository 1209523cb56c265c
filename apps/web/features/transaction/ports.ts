import type { PermitDomain } from "@gimbal/sdk";
import type { Address, Hash, Hex, TypedDataDefinition } from "viem";

/** One transaction, before gas. */
export interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** What became of a transaction, whichever one the wallet finally sent. */
export interface Mined {
  readonly hash: Hash;
  readonly status: "success" | "reverted";
  readonly blockNumber: bigint;
  /** `cancelled` and `other` mean that the transaction itself never happened. */
  readonly replaced: "no" | "repriced" | "cancelled" | "other";
  /** How much of a token it brought to the owner. */
  readonly received: (token: Address) => bigint;
}

/** The part of a wallet that carries out all calls or none. */
export interface BatchPorts {
  /** Executes the calls one after the other without sending them; rejects with the reason. */
  readonly simulate: (calls: readonly Call[]) => Promise<void>;
  readonly send: (calls: readonly Call[]) => Promise<string>;
  /** Hash of the transaction that carried the batch; undefined once the wallet has given it up. */
  readonly hashOf: (id: string) => Promise<Hash | undefined>;
}

export interface ConnectedWallet {
  readonly address: Address;
  readonly chainId: number;
  /** Which wallet it is: two of them may hold the same account. */
  readonly connector?: string | undefined;
}

/** Wallet and chain as a run needs them. Tests pass their own. */
export interface RunPorts {
  /** Account, chain and connection of the wallet at this moment. */
  readonly wallet: () => ConnectedWallet | undefined;
  /** Executes the call without sending it; rejects with the reason. */
  readonly simulate: (call: Call, block?: bigint) => Promise<void>;
  readonly estimateGas: (call: Call) => Promise<bigint>;
  readonly send: (call: Call & { readonly gas: bigint }) => Promise<Hash>;
  /** Remembers where the account stands; what it returns looks for the call among what was sent since then. */
  readonly sentSince?: (call: Call) => Promise<() => Promise<Hash | undefined>>;
  readonly waitFor: (hash: Hash, onReplaced: (hash: Hash) => void) => Promise<Mined>;
  /** Several calls as one, where the wallet can. */
  readonly batch?: BatchPorts;
  readonly allowance: (token: Address, spender: Address) => Promise<bigint>;
  readonly permitDomain: (token: Address) => Promise<PermitDomain | undefined>;
  readonly sign: (data: TypedDataDefinition) => Promise<Hex>;
  /** Brings the page to the newest block, which is at least this one where the node has it in time. */
  readonly refresh: (atLeast: bigint) => Promise<void>;
}
