import { deploy, local, writeManifest } from "@gimbal/contracts/deployment";
import type { Deployment } from "@gimbal/sdk";
import type { Address, Hex } from "viem";
import { type Anvil, startAnvil } from "./anvil";
import { type Clients, createClients, devnetAccounts } from "./clients";
import { type ControlServer, startControlServer } from "./control";
import { DevnetError, UnknownSnapshotError } from "./errors";
import { HISTORY_ROUNDS, HISTORY_STEP, writeHistory } from "./history";
import { Keeper } from "./keeper";
import { liquidate } from "./liquidation";
import { Market } from "./market";
import { PoolLiquidity } from "./poolLiquidity";
import { RiskKeeper } from "./riskKeeper";
import { seedBackstops, seedLenders, seedLoans, seedTraders, seedWallets } from "./seed";
import { Serial } from "./serial";
import type { ChainTime, Devnet, DevnetOptions, DrivenAsset, LiquiditySide, ShockParameters } from "./types";
import { Walk } from "./walk";
import { mint } from "./wallets";

/** Between two rounds of the risk keeper in the steps of the walk [ms]. */
const RISK_PULSE = 60_000;
/** Time that deployment and seed may take before the history begins [seconds]. */
const PREPARATION = 300;
/** Longest the risk keeper lets pass between two of its rounds, when time is made to pass [seconds]. */
const RISK_HOP = 3_600;
/** The same prices on every start. */
const WALK_SEED = 20_261_122;

/** Starts a chain with everything deployed and seeded; `stop()` ends all of it. */
export async function startDevnet(options: DevnetOptions = {}): Promise<Devnet> {
  const anvil = await startAnvil({
    timestamp: Number(wallClock()) - HISTORY_ROUNDS * HISTORY_STEP - PREPARATION,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.blockTime === undefined ? {} : { blockTime: options.blockTime }),
  });
  try {
    options.onProgress?.(`chain at ${anvil.rpcUrl}`);
    const clients = createClients(anvil.rpcUrl);
    const { deployment, transactions, checks } = await deploy({
      config: local,
      client: clients.client,
      wallet: clients.wallet(devnetAccounts.admin),
      publisher: clients.wallet(devnetAccounts.driver),
    });
    if (options.manifestFolder !== undefined) writeManifest(options.manifestFolder, deployment);
    options.onProgress?.(`contracts deployed in ${transactions} transactions, ${checks} facts verified`);
    const automine = options.blockTime === undefined;
    const market = new Market(clients, deployment, automine);
    const liquidity = new PoolLiquidity(clients, deployment, automine);
    await fill(options, clients, deployment, market);
    await liquidity.prepare();
    return await RunningDevnet.start(options, { anvil, clients, deployment, market, liquidity });
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** Lenders, wallets, traders and the past, as far as `options.seed` wants; ends with the chain at the time of day. */
async function fill(
  options: DevnetOptions,
  clients: Clients,
  deployment: Deployment,
  market: Market,
): Promise<void> {
  const { seed = "traders", onProgress = () => {} } = options;
  await market.prepare();
  if (seed !== "none") {
    await seedLenders(clients, deployment);
    await seedBackstops(clients, deployment);
    await seedWallets(clients, deployment);
    onProgress("lenders have supplied, wallets are filled");
  }
  if (seed === "traders") {
    await seedLoans(clients, deployment);
    await seedTraders(clients, deployment, market);
    onProgress("borrowers owe, traders have opened their positions");
  }
  if (seed !== "none") {
    const risk = new RiskKeeper(clients, deployment);
    await writeHistory(market, wallClock(), WALK_SEED, risk.sampling());
    await risk.pulse();
    onProgress(`${HISTORY_ROUNDS} past rounds published to each feed`);
  }
  await market.republish(wallClock());
}

/** [unix seconds] */
function wallClock(): bigint {
  return BigInt(Math.floor(Date.now() / 1_000));
}

/** What a running chain is made of. */
interface Parts {
  readonly anvil: Anvil;
  readonly clients: Clients;
  readonly deployment: Deployment;
  readonly market: Market;
  readonly liquidity: PoolLiquidity;
}

class RunningDevnet implements Devnet {
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  readonly accounts = devnetAccounts;
  readonly exited: Promise<void>;
  readonly client: Clients["client"];
  readonly test: Clients["test"];
  private readonly anvil: Anvil;
  private readonly clients: Clients;
  private readonly market: Market;
  private readonly pools: PoolLiquidity;
  private readonly walk: Walk;
  /** Everything that moves prices or time, one after the other. */
  private readonly serial = new Serial();
  private control: ControlServer | undefined;
  private drive: NodeJS.Timeout | undefined;
  private keeper: Keeper;
  private readonly riskKeeper: RiskKeeper;
  /** Whether both keepers make their rounds by themselves. */
  private keeps = false;
  /** Of the walk's last round of the risk keeper [ms]. */
  private pulsedAt = 0;
  private onProgress: (line: string) => void = () => {};

  static async start(options: DevnetOptions, parts: Parts): Promise<RunningDevnet> {
    const devnet = new RunningDevnet(parts, new Walk(await parts.market.prices(), WALK_SEED));
    const { controlPort, webOrigin, driveEvery } = options;
    devnet.keeps = options.keeper ?? false;
    devnet.onProgress = options.onProgress ?? devnet.onProgress;
    if (controlPort !== false)
      devnet.control = await startControlServer(devnet, {
        ...(controlPort === undefined ? {} : { port: controlPort }),
        ...(webOrigin === undefined ? {} : { webOrigin }),
      });
    if (driveEvery !== undefined) devnet.drive = setInterval(() => devnet.step(), driveEvery * 1_000);
    return devnet;
  }

  private constructor({ anvil, clients, deployment, market, liquidity }: Parts, walk: Walk) {
    this.rpcUrl = anvil.rpcUrl;
    this.deployment = deployment;
    this.client = clients.client;
    this.test = clients.test;
    this.exited = anvil.exited;
    this.anvil = anvil;
    this.clients = clients;
    this.keeper = new Keeper(clients, deployment);
    this.riskKeeper = new RiskKeeper(clients, deployment);
    this.market = market;
    this.pools = liquidity;
    this.walk = walk;
  }

  get controlUrl(): string | undefined {
    return this.control?.url;
  }

  price(asset: DrivenAsset): Promise<bigint> {
    return this.market.answer(asset);
  }

  setPrice(asset: DrivenAsset, price: bigint): Promise<ChainTime> {
    return this.serial.run(() => this.move(asset, price));
  }

  shock({ asset, percent }: ShockParameters): Promise<ChainTime> {
    const points = BigInt(Math.round(percent * 100));
    return this.serial.run(async () =>
      this.move(asset, ((await this.price(asset)) * (10_000n + points)) / 10_000n),
    );
  }

  liquidity(asset: DrivenAsset): Promise<LiquiditySide> {
    return this.pools.side(asset);
  }

  setLiquidity(asset: DrivenAsset, side: LiquiditySide): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.pools.move(asset, side);
      await this.settle();
      return this.chainTime();
    });
  }

  publish(asset: DrivenAsset, price: bigint): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.market.publish(new Map([[asset, price]]));
      return this.chainTime();
    });
  }

  refresh(): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.market.republish();
      return this.chainTime();
    });
  }

  travel(seconds: number): Promise<ChainTime> {
    return this.serial.run(async () => {
      let left = seconds;
      // a keeper does not sleep for a day
      while (this.keeps && left > RISK_HOP) {
        await this.pass(RISK_HOP);
        left -= RISK_HOP;
      }
      await this.pass(left);
      return this.chainTime();
    });
  }

  sampleRisk(): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.riskKeeper.pulse();
      return this.chainTime();
    });
  }

  keep(): Promise<readonly string[]> {
    return this.serial.run(() => this.keeper.look());
  }

  elapse(seconds: number): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.test.increaseTime({ seconds });
      await this.test.mine({ blocks: 1 });
      return this.chainTime();
    });
  }

  mine(blocks = 1): Promise<ChainTime> {
    return this.serial.run(async () => {
      await this.test.mine({ blocks });
      return this.chainTime();
    });
  }

  async chainTime(): Promise<ChainTime> {
    const { number, timestamp } = await this.client.getBlock();
    return { blockNumber: number, timestamp };
  }

  mint(symbol: DrivenAsset | "USDC", to: Address, amount: bigint): Promise<Hex> {
    return this.serial.run(() => mint(this.clients, this.deployment, symbol, to, amount));
  }

  liquidate(account: Hex): Promise<Hex> {
    return this.serial.run(() => liquidate(this.clients, this.deployment, account));
  }

  snapshot(): Promise<Hex> {
    return this.serial.run(() => this.test.snapshot());
  }

  revert(snapshot: Hex): Promise<void> {
    return this.serial.run(async () => {
      // viem's own action drops the answer, which is false for a snapshot that is not there.
      const request = this.test.request as (call: {
        method: string;
        params: readonly unknown[];
      }) => Promise<unknown>;
      if ((await request({ method: "evm_revert", params: [snapshot] })) !== true)
        throw new UnknownSnapshotError(snapshot);
      // what it knew may not have happened
      this.keeper = new Keeper(this.clients, this.deployment);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.drive);
    await this.serial.idle();
    await this.control?.stop();
    await this.anvil.stop();
  }

  /** Feed and pools together, then the witness' window: both sources say the new price in the next block. */
  private async move(asset: DrivenAsset, price: bigint): Promise<ChainTime> {
    if (price <= 0n) throw new DevnetError(`A price of ${price} is none: it must be positive.`);
    await this.market.move(new Map([[asset, price]]));
    this.walk.anchor(asset, price);
    await this.settle();
    return this.chainTime();
  }

  /** Lets the witness' window pass: what happened in the pools is then all that it sees. */
  private async settle(): Promise<void> {
    await this.test.increaseTime({ seconds: longestWindow() });
    await this.test.mine({ blocks: 1 });
    if (this.keeps) await this.riskKeeper.pulse();
  }

  /** Time goes by, the feeds keep their heartbeat and the risk keeper its rounds. */
  private async pass(seconds: number): Promise<void> {
    await this.test.increaseTime({ seconds });
    await this.market.republish();
    if (this.keeps) await this.riskKeeper.pulse();
  }

  /** In the steps of the walk once a minute is enough: nothing that is sampled or glides moves faster by itself. */
  private async pulseIfDue(): Promise<void> {
    if (!this.keeps || Date.now() - this.pulsedAt < RISK_PULSE) return;
    await this.riskKeeper.pulse();
    this.pulsedAt = Date.now();
  }

  private step(): void {
    this.serial
      .run(async () => {
        const done = this.keeps ? await this.keeper.look() : [];
        for (const line of done) this.onProgress(line);
        await this.market.move(this.walk.step(await this.market.prices()));
        await this.pulseIfDue();
      })
      .catch((error: unknown) => this.onProgress(`the market driver missed a step: ${String(error)}`));
  }
}

function longestWindow(): number {
  return Math.max(...Object.values(local.assets).map(({ pool }) => pool?.twapWindow ?? 0));
}
