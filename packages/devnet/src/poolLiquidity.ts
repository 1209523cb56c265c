import type { Deployment } from "@gimbal/sdk";
import { type Address, encodeFunctionData, maxUint128, maxUint256 } from "viem";
import { mintEvent, positionManagerAbi, tokenAbi } from "./abis";
import { assetOf, DRIVEN_ASSETS, type TradedAsset, tradedAssetOf } from "./assets";
import { BlockSender, type DriverCall } from "./block";
import { type Clients, devnetAccounts } from "./clients";
import { DevnetError } from "./errors";
import type { DrivenAsset, LiquiditySide } from "./types";
import { approve, execute } from "./wallets";

/** What stays of a position that is out: a pool without any liquidity trades nothing and witnesses no price [1/200]. */
const SLIVER = 200n;
/** Rounding of a position that came back [1/1,000]. */
const TOLERANCE = 1_000n;

/** A position of the local pools' only provider, with the liquidity it was made with. */
interface Position {
  readonly id: bigint;
  readonly tokens: readonly [Address, Address];
  readonly full: bigint;
}

/**
 * Takes the liquidity out of pools, as providers do when a market falls, and puts it back. Where it is, the chain says:
 * nothing is remembered that a snapshot could contradict.
 */
export class PoolLiquidity {
  private readonly clients: Clients;
  private readonly deployment: Deployment;
  private readonly sender: BlockSender;
  private readonly driver = devnetAccounts.driver.address;
  private readonly positions = new Map<DrivenAsset, readonly Position[]>();
  private manager: Address | undefined;

  constructor(clients: Clients, deployment: Deployment, automine: boolean) {
    this.clients = clients;
    this.deployment = deployment;
    this.sender = new BlockSender(clients, automine);
  }

  /** Lets the driver act for the provider. Once, while everything is in the pools. */
  async prepare(): Promise<void> {
    const { admin, driver } = devnetAccounts;
    const manager = await this.findManager();
    this.manager = manager;
    await execute(this.clients, this.clients.wallet(admin), {
      what: "Letting the driver move liquidity",
      to: manager,
      abi: positionManagerAbi,
      functionName: "setApprovalForAll",
      args: [driver.address, true],
    });
    const wallet = this.clients.wallet(driver);
    for (const symbol of ["USDC", ...DRIVEN_ASSETS])
      await approve(this.clients, this.deployment, wallet, symbol, manager);
    for (const asset of DRIVEN_ASSETS) this.positions.set(asset, await this.find(manager, asset));
  }

  /** Where the liquidity of an asset's pool is. */
  async side(asset: DrivenAsset): Promise<LiquiditySide> {
    let [full, now] = [0n, 0n];
    for (const position of this.of(asset)) {
      full += position.full;
      now += await this.liquidityOf(position.id);
    }
    return now * 2n < full ? "out" : "in";
  }

  /** Brings the liquidity of an asset's pool to one side; nothing happens where it is there. */
  async move(asset: DrivenAsset, side: LiquiditySide): Promise<void> {
    const calls: DriverCall[] = [];
    for (const position of this.of(asset)) {
      const now = await this.liquidityOf(position.id);
      const target = side === "in" ? position.full : position.full / SLIVER;
      const isThere = (now > target ? now - target : target - now) * TOLERANCE <= target;
      if (isThere) continue;
      calls.push(
        ...(now > target
          ? this.withdrawal(asset, position, now - target)
          : [await this.deposit(asset, position, target - now)]),
      );
    }
    await this.sender.send(this.driver, calls);
  }

  private withdrawal(asset: DrivenAsset, { id }: Position, liquidity: bigint): readonly DriverCall[] {
    const what = `Pulling liquidity of ${asset}`;
    const to = this.managerAddress();
    const decrease = encodeFunctionData({
      abi: positionManagerAbi,
      functionName: "decreaseLiquidity",
      args: [{ tokenId: id, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: maxUint256 }],
    });
    const collect = encodeFunctionData({
      abi: positionManagerAbi,
      functionName: "collect",
      args: [{ tokenId: id, recipient: this.driver, amount0Max: maxUint128, amount1Max: maxUint128 }],
    });
    return [
      { what, to, data: decrease },
      { what, to, data: collect },
    ];
  }

  /** What the liquidity costs is linear in it: asked for what the driver could pay, then scaled. */
  private async deposit(asset: DrivenAsset, position: Position, liquidity: bigint): Promise<DriverCall> {
    const to = this.managerAddress();
    const [owned0, owned1] = await Promise.all(position.tokens.map((token) => this.owned(token)));
    const asked = increaseOf(position.id, (owned0 ?? 0n) / 2n, (owned1 ?? 0n) / 2n);
    const { result } = await this.clients.client.simulateContract({
      account: this.driver,
      address: to,
      abi: positionManagerAbi,
      functionName: "increaseLiquidity",
      args: [asked],
    });
    const [got, ...amounts] = result;
    const [amount0, amount1] = amounts.map((amount) => (amount * liquidity) / got + 1n);
    const data = encodeFunctionData({
      abi: positionManagerAbi,
      functionName: "increaseLiquidity",
      args: [increaseOf(position.id, amount0 ?? 0n, amount1 ?? 0n)],
    });
    return { what: `Restoring liquidity of ${asset}`, to, data };
  }

  private owned(token: Address): Promise<bigint> {
    return this.clients.client.readContract({
      address: token,
      abi: tokenAbi,
      functionName: "balanceOf",
      args: [this.driver],
    });
  }

  private async liquidityOf(id: bigint): Promise<bigint> {
    return (await this.read(this.managerAddress(), id))[7];
  }

  private read(manager: Address, id: bigint) {
    return this.clients.client.readContract({
      address: manager,
      abi: positionManagerAbi,
      functionName: "positions",
      args: [id],
    });
  }

  private of(asset: DrivenAsset): readonly Position[] {
    const found = this.positions.get(asset);
    if (!found) throw new DevnetError(`The liquidity of ${asset} is not known yet: prepare it first.`);
    return found;
  }

  private managerAddress(): Address {
    if (!this.manager)
      throw new DevnetError("The liquidity of the pools is not known yet: prepare it first.");
    return this.manager;
  }

  /** The deployment does not name it: the pool's first mint does. */
  private async findManager(): Promise<Address> {
    const { pool } = tradedAssetOf(this.deployment, "ETH");
    const [first] = await this.clients.client.getLogs({
      address: pool,
      event: mintEvent,
      fromBlock: 0n,
      strict: true,
    });
    if (!first) throw new DevnetError("The pool of ETH was never filled.");
    return first.args.owner;
  }

  private async find(manager: Address, asset: DrivenAsset): Promise<readonly Position[]> {
    const owner = devnetAccounts.admin.address;
    const { client } = this.clients;
    const contract = { address: manager, abi: positionManagerAbi } as const;
    const count = await client.readContract({ ...contract, functionName: "balanceOf", args: [owner] });
    const ids = await Promise.all(
      Array.from({ length: Number(count) }, (_, index) =>
        client.readContract({
          ...contract,
          functionName: "tokenOfOwnerByIndex",
          args: [owner, BigInt(index)],
        }),
      ),
    );
    const traded = tradedAssetOf(this.deployment, asset);
    const quote = assetOf(this.deployment, "USDC");
    const found: Position[] = [];
    for (const id of ids) {
      const [, , token0, token1, fee, , , full] = await this.read(manager, id);
      if (isPairOf(traded, quote.address, [token0, token1], fee))
        found.push({ id, tokens: [token0, token1], full });
    }
    return found;
  }
}

function increaseOf(tokenId: bigint, amount0Desired: bigint, amount1Desired: bigint) {
  return { tokenId, amount0Desired, amount1Desired, amount0Min: 0n, amount1Min: 0n, deadline: maxUint256 };
}

function isPairOf(
  { address, poolFee }: TradedAsset,
  quote: Address,
  tokens: readonly Address[],
  fee: number,
): boolean {
  const known = tokens.map((token) => token.toLowerCase());
  return poolFee === fee && known.includes(address.toLowerCase()) && known.includes(quote.toLowerCase());
}
