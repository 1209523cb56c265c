import { type Address, isAddressEqual, zeroAddress } from "viem";
import { chainlink, compiled } from "./artifacts";
import type { AssetConfig, DeploymentConfig, LiquidityConfig, PoolConfig } from "./config";
import { DeploymentError } from "./errors";
import { convert, type PricedToken, sqrtPriceX96 } from "./price";
import type { Session } from "./session";
import { factoryArtifact, poolArtifact, positionManagerArtifact, type Uniswap } from "./uniswap";

const MAX_TICK = 887_272;
const TICK_SPACING: Readonly<Record<number, number>> = { 100: 1, 500: 10, 3000: 60, 10000: 200 };
/** Seconds a mint may wait to be mined. */
const PATIENCE = 3_600n;

interface Side extends PricedToken {
  readonly token: Address;
}

interface PoolPlan {
  readonly base: Side;
  readonly quote: Side;
  readonly config: PoolConfig;
}

/**
 * Addresses of the pools by key of the asset. On a local chain they are created at the price of the feeds, filled, and
 * left alone for their window, so that they can witness a price at once.
 */
export async function ensurePools(
  session: Session,
  config: DeploymentConfig,
  uniswap: Uniswap,
  tokens: Readonly<Record<string, Address>>,
  feeds: Readonly<Record<string, Address>>,
): Promise<Readonly<Record<string, Address>>> {
  const pools: Record<string, Address> = {};
  const side = (key: string) => pricedSide(session, config.assets[key], tokens[key], feeds[key]);
  const quote = await side(config.quote);
  let created = 0;
  for (const [key, asset] of Object.entries(config.assets)) {
    if (!asset.pool) continue;
    const plan: PoolPlan = { base: await side(key), quote, config: asset.pool };
    let pool = await findPool(session, uniswap.factory, plan);
    if (!pool || !(await isFilled(session, pool))) {
      if (!asset.pool.liquidity)
        throw new DeploymentError(
          `There is no Uniswap v3 pool with liquidity for ${key} at fee ${asset.pool.fee} on ${config.name}.`,
        );
      const manager = uniswap.positionManager;
      if (!manager)
        throw new DeploymentError(`The pool of ${key} cannot be created without Uniswap's position manager.`);
      pool = await createPool(session, uniswap.factory, manager, plan);
      // First: a pool keeps more observations only from the next write on, and adding liquidity writes one.
      await ensureObservations(session, pool, asset.pool.observations);
      // A pool writes one observation a second, and the first was when it was created.
      await session.passTime(1);
      for (const position of asset.pool.liquidity) await addLiquidity(session, manager, plan, pool, position);
      created += 1;
    }
    await ensureObservations(session, pool, asset.pool.observations);
    await requireObservations(session, key, pool, asset.pool.observations);
    pools[key] = pool;
  }
  if (created > 0) await session.passTime(longestWindow(config) + 1);
  return pools;
}

async function pricedSide(
  session: Session,
  asset: AssetConfig | undefined,
  token: Address | undefined,
  feed: Address | undefined,
): Promise<Side> {
  if (!asset || !token || !feed) throw new DeploymentError("A pool names an asset that was not deployed.");
  const { abi } = chainlink("EACAggregatorProxy");
  const price = (await session.read({ to: feed, abi, functionName: "latestAnswer", args: [] })) as bigint;
  return { token, decimals: asset.decimals, price };
}

/** Base and quote in the order of the pool. */
function ordered({ base, quote }: PoolPlan): readonly [Side, Side] {
  return base.token.toLowerCase() < quote.token.toLowerCase() ? [base, quote] : [quote, base];
}

async function findPool(session: Session, factory: Address, plan: PoolPlan): Promise<Address | undefined> {
  const args = [plan.base.token, plan.quote.token, plan.config.fee];
  const { abi } = factoryArtifact();
  const pool = (await session.read({ to: factory, abi, functionName: "getPool", args })) as Address;
  return isAddressEqual(pool, zeroAddress) ? undefined : pool;
}

async function isFilled(session: Session, to: Address): Promise<boolean> {
  const { abi } = poolArtifact();
  return (await session.read({ to, abi, functionName: "liquidity", args: [] })) !== 0n;
}

async function createPool(
  session: Session,
  factory: Address,
  manager: Address,
  plan: PoolPlan,
): Promise<Address> {
  const [token0, token1] = ordered(plan);
  await session.write({
    to: manager,
    abi: positionManagerArtifact().abi,
    functionName: "createAndInitializePoolIfNecessary",
    args: [token0.token, token1.token, plan.config.fee, sqrtPriceX96(token0, token1)],
  });
  const pool = await findPool(session, factory, plan);
  if (!pool) throw new DeploymentError("Uniswap created a pool but its factory does not know it.");
  return pool;
}

async function addLiquidity(
  session: Session,
  manager: Address,
  plan: PoolPlan,
  pool: Address,
  position: LiquidityConfig,
): Promise<void> {
  const amounts = new Map([
    [plan.quote.token, position.quoteAmount],
    [plan.base.token, convert(position.quoteAmount, plan.quote, plan.base)],
  ]);
  for (const [token, amount] of amounts) await draw(session, token, manager, amount);
  const [token0, token1] = ordered(plan);
  const [tickLower, tickUpper] = await range(session, pool, plan.config.fee, position.reach);
  const { timestamp } = await session.client.getBlock();
  await session.write({
    to: manager,
    abi: positionManagerArtifact().abi,
    functionName: "mint",
    args: [
      {
        token0: token0.token,
        token1: token1.token,
        fee: plan.config.fee,
        tickLower,
        tickUpper,
        amount0Desired: amounts.get(token0.token),
        amount1Desired: amounts.get(token1.token),
        amount0Min: 0n,
        amount1Min: 0n,
        recipient: session.deployer,
        deadline: timestamp + PATIENCE,
      },
    ],
  });
}

/** Mints test tokens to the deployer and lets `spender` take them. */
async function draw(session: Session, to: Address, spender: Address, amount: bigint): Promise<void> {
  const { abi } = compiled("FaucetToken");
  await session.write({ to, abi, functionName: "mint", args: [session.deployer, amount] });
  await session.write({ to, abi, functionName: "approve", args: [spender, amount] });
}

async function range(
  session: Session,
  to: Address,
  fee: number,
  reach: number | "full",
): Promise<readonly [number, number]> {
  const spacing = TICK_SPACING[fee] ?? 1;
  const align = (tick: number) => Math.trunc(tick / spacing) * spacing;
  if (reach === "full") return [align(-MAX_TICK), align(MAX_TICK)];
  const slot0 = await session.read({ to, abi: poolArtifact().abi, functionName: "slot0", args: [] });
  const [, tick] = slot0 as readonly [bigint, number];
  return [align(tick - reach), align(tick + reach)];
}

/** Makes room for observations; the pool takes it up with the writes that follow. */
async function ensureObservations(session: Session, to: Address, observations: number): Promise<void> {
  const { abi } = poolArtifact();
  const { next } = await cardinality(session, to);
  if (next >= observations) return;
  await session.write({ to, abi, functionName: "increaseObservationCardinalityNext", args: [observations] });
}

/** Throws while the pool has not taken up its room: only trades and liquidity write observations. */
async function requireObservations(
  session: Session,
  key: string,
  pool: Address,
  observations: number,
): Promise<void> {
  const { now } = await cardinality(session, pool);
  if (now < observations)
    throw new DeploymentError(
      `The pool of ${key} at ${pool} keeps ${now} of ${observations} observations, too few for its window. It has room for them and takes it up at its next trade: run the deployment again after that.`,
    );
}

async function cardinality(
  session: Session,
  to: Address,
): Promise<{ readonly now: number; readonly next: number }> {
  const slot0 = await session.read({ to, abi: poolArtifact().abi, functionName: "slot0", args: [] });
  const [, , , now, next] = slot0 as readonly [bigint, number, number, number, number];
  return { now, next };
}

function longestWindow(config: DeploymentConfig): number {
  return Math.max(...Object.values(config.assets).map(({ pool }) => pool?.twapWindow ?? 0));
}
