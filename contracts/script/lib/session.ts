import {
  type Abi,
  type Account,
  type Address,
  BaseError,
  type Chain,
  concat,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  getContractError,
  type Hex,
  isAddressEqual,
  keccak256,
  type PublicClient,
  type Transport,
  type WalletClient,
} from "viem";
import type { Artifact } from "./artifacts";
import { DeploymentError } from "./errors";

/** Arachnid's deterministic deployer: the same address on every chain that has it. */
export const CREATE2_DEPLOYER: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

export type ReadClient = PublicClient<Transport, Chain>;
export type WriteClient = WalletClient<Transport, Chain, Account>;

export interface Call {
  readonly to: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** One run of the deployment against one chain. It sends only what is missing and remembers what it sent. */
export class Session {
  readonly client: ReadClient;
  readonly wallet: WriteClient;
  readonly salt: Hex;
  /** Hashes of the transactions this run sent; empty if there was nothing left to do. */
  readonly sent: Hex[] = [];
  readonly log: (line: string) => void;

  constructor(client: ReadClient, wallet: WriteClient, salt: Hex, log: (line: string) => void) {
    this.client = client;
    this.wallet = wallet;
    this.salt = salt;
    this.log = log;
  }

  get deployer(): Address {
    return this.wallet.account.address;
  }

  async hasCode(address: Address): Promise<boolean> {
    const code = await this.client.getCode({ address });
    return code !== undefined && code !== "0x";
  }

  async codeHash(address: Address): Promise<Hex> {
    const code = await this.client.getCode({ address });
    if (code === undefined || code === "0x") throw new DeploymentError(`There is no contract at ${address}.`);
    return keccak256(code);
  }

  /** Where `create2` puts the contract, whether it is there yet or not. */
  addressOf(artifact: Artifact, args: readonly unknown[]): Address {
    const bytecode = this.initCode(artifact, args);
    return getContractAddress({ opcode: "CREATE2", from: CREATE2_DEPLOYER, salt: this.salt, bytecode });
  }

  /** Deploys through the deterministic deployer, unless it is there already. */
  async create2(artifact: Artifact, args: readonly unknown[]): Promise<Address> {
    const address = this.addressOf(artifact, args);
    if (await this.hasCode(address)) return address;
    const data = concat([this.salt, this.initCode(artifact, args)]);
    await this.send(`deploy ${artifact.name}`, { to: CREATE2_DEPLOYER, data });
    if (!(await this.hasCode(address)))
      throw new DeploymentError(
        `${artifact.name} was sent to the deterministic deployer but is not at ${address}.`,
      );
    return address;
  }

  /** Deploys by a plain transaction of `wallet` with a fixed nonce: for contracts whose owner is who deploys them. */
  async create(
    wallet: WriteClient,
    nonce: number,
    artifact: Artifact,
    args: readonly unknown[],
  ): Promise<Address> {
    const from = wallet.account.address;
    const address = getContractAddress({ from, nonce: BigInt(nonce) });
    if (await this.hasCode(address)) return address;
    const next = await this.client.getTransactionCount({ address: from });
    if (next !== nonce)
      throw new DeploymentError(
        `${artifact.name} belongs at nonce ${nonce} of ${from}, which is already at ${next}: use an account that sent nothing yet.`,
      );
    await this.send(`deploy ${artifact.name}`, { data: this.initCode(artifact, args), nonce }, wallet);
    return address;
  }

  read(call: Call): Promise<unknown> {
    const { to, abi, functionName, args } = call;
    return this.client.readContract({ address: to, abi, functionName, args: [...args] });
  }

  /** Calls a function as `wallet` (the deployer if left out). */
  async write(call: Call, wallet: WriteClient = this.wallet): Promise<void> {
    const { to, abi, functionName, args } = call;
    const data = encodeFunctionData({ abi, functionName, args: [...args] });
    try {
      await this.send(functionName, { to, data }, wallet);
    } catch (cause) {
      if (!(cause instanceof BaseError)) throw cause;
      // Names the contract's own error and its numbers.
      throw getContractError(cause, { abi, address: to, functionName, args: [...args] });
    }
  }

  /** Puts code at an address; development nodes only. */
  async setCode(address: Address, code: Hex): Promise<void> {
    await this.develop("anvil_setCode", [address, code]);
  }

  /** Mines a block `seconds` later; development nodes only. */
  async passTime(seconds: number): Promise<void> {
    await this.develop("evm_increaseTime", [seconds]);
    await this.develop("evm_mine", []);
  }

  /** Methods of development nodes are not among those a public client knows. */
  private async develop(method: string, params: readonly unknown[]): Promise<void> {
    const request = this.client.request as (call: {
      method: string;
      params: readonly unknown[];
    }) => Promise<unknown>;
    await request({ method, params });
  }

  private initCode(artifact: Artifact, args: readonly unknown[]): Hex {
    return encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] });
  }

  private async send(
    what: string,
    transaction: { readonly to?: Address; readonly data: Hex; readonly nonce?: number },
    wallet: WriteClient = this.wallet,
  ): Promise<void> {
    const { account } = wallet;
    const estimate = await this.client.estimateGas({ account, ...transaction });
    // Time passes between estimate and inclusion, and a pool writes more storage once it has.
    const gas = (estimate * 13n) / 10n;
    const hash = await wallet.sendTransaction({ ...transaction, account, chain: wallet.chain, gas });
    const receipt = await this.client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new DeploymentError(`Transaction ${hash} (${what}) reverted.`);
    this.sent.push(hash);
    this.log(what);
  }
}

/** True if two values that came out of an ABI are the same. */
export function same(left: unknown, right: unknown): boolean {
  if (typeof left === "string" && typeof right === "string" && /^0x[0-9a-fA-F]{40}$/.test(left))
    return /^0x[0-9a-fA-F]{40}$/.test(right) && isAddressEqual(left as Address, right as Address);
  if (isNumber(left) && isNumber(right)) return BigInt(left) === BigInt(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, i) => same(value, right[i]));
  if (isRecord(left) && isRecord(right)) {
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
  }
  return left === right;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
