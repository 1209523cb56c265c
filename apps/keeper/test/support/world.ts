import { positionAccount } from "@gimbal/sdk";
import { type Address, erc20Abi, type Hex, maxUint256 } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { backgroundTraders, createClients, type Devnet, startDevnet } from "../../../../packages/devnet/src";
import type { Key } from "../../src/config/key";
import { type Running, settingsFor, startKeeper } from "./devnet";

/** An estimate does not see that time passes before inclusion. */
const GAS = 2_000_000n;

/** Who gets the profits in tests. */
export const COLD: Address = "0x00000000000000000000000000000000000c01d0";

/** A seeded chain, with snapshots between tests and the keepers that run in one. */
export class World {
  readonly devnet: Devnet;
  readonly running: Running[] = [];
  private start: Hex = "0x";

  private constructor(devnet: Devnet) {
    this.devnet = devnet;
  }

  static async create(): Promise<World> {
    return new World(await startDevnet({ controlPort: false }));
  }

  async begin(): Promise<void> {
    this.start = await this.devnet.snapshot();
  }

  async end(): Promise<void> {
    for (const { keeper } of this.running.splice(0)) await keeper.stop();
    await this.devnet.revert(this.start);
  }

  /** A key that nobody has used, with ether for gas and nothing else. */
  async freshKey(): Promise<Key & { readonly privateKey: Hex }> {
    const privateKey = generatePrivateKey();
    const account = privateKeyToAccount(privateKey);
    await this.devnet.test.setBalance({ address: account.address, value: 10n ** 18n });
    return { account, privateKey, secrets: [privateKey.slice(2)] };
  }

  /** A keeper with some duties; live unless the settings say otherwise. */
  async keeper(duties: string, key?: Key, more: NodeJS.ProcessEnv = {}): Promise<Running> {
    const settings = settingsFor(this.devnet, {
      KEEPER_LIVE: String(key !== undefined),
      KEEPER_RECIPIENT: COLD,
      KEEPER_DUTIES: duties,
      ...more,
    });
    const running = await startKeeper(settings, key);
    this.running.push(running);
    return running;
  }

  /** Rounds of the keepers in turn, a block of 12 seconds after each. */
  async rounds(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      for (const { keeper } of this.running) await keeper.round();
      await this.devnet.elapse(12);
    }
  }

  /** Account of a trader of the seed in the isolated market of ETH. */
  trader(number: 1 | 2 | 3, side: "long" | "short"): Hex {
    return positionAccount(this.owner(number).address, 1, side);
  }

  owner(number: 1 | 2 | 3) {
    const owner = backgroundTraders[number - 1];
    if (owner === undefined) throw new RangeError(`the seed has no trader ${number}`);
    return owner;
  }

  /** A call from the wallet of somebody, mined and successful. */
  async call(
    who: Parameters<ReturnType<typeof createClients>["wallet"]>[0],
    address: Address,
    abi: readonly unknown[],
    functionName: string,
    args: readonly unknown[],
  ): Promise<void> {
    const wallet = createClients(this.devnet.rpcUrl).wallet(who);
    const hash = await wallet.writeContract({
      address,
      abi: abi as never,
      functionName,
      args,
      gas: GAS,
    } as never);
    const { status } = await this.devnet.client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new RangeError(`${functionName} reverted`);
  }

  get usdc(): Address {
    return this.devnet.deployment.markets[0]?.assets[0]?.address as Address;
  }

  balance(of: Address): Promise<bigint> {
    return this.devnet.client.readContract({
      address: this.usdc,
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [of],
    });
  }

  approve(who: Parameters<World["call"]>[0], spender: Address): Promise<void> {
    return this.call(who, this.usdc, erc20Abi, "approve", [spender, maxUint256]);
  }
}
