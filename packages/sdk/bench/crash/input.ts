import { encodeAbiParameters, type Hex, parseAbiParameters } from "viem";
import { assetPlan } from "./assets";
import { liquidityOf } from "./depth";
import type { ReplayOptions } from "./options";
import type { PricePath } from "./path";
import { populationOf } from "./population";

/** `ReplayInput` of the contracts. */
const PARAMETERS = parseAbiParameters([
  "ReplayInput input",
  "struct ReplaySettings { uint256 start; uint256 interval; uint256 settle; uint256 blockTime; uint256 witnessWindow; uint256 recovery; uint256 feedback; uint256 edge; uint256 offlineFrom; uint256 offlineUntil; bool outsideLiquidity; uint256 supplyRatio; uint256 backstop; uint256 assetShare; }",
  "struct ReplayAsset { string symbol; uint8 decimals; uint256 volatility; uint256 stress; uint16 marginFloor; uint16 marginCap; uint16 penalty; uint16 maxJump; uint256 gap; uint256 depth; uint256[] prices; uint256[] liquidity; }",
  "struct ReplayAccount { uint8 asset; bool isLong; uint256 leverage; uint256 equity; }",
  "struct ReplayWick { uint256 from; uint256 until; uint8 source; uint256 factor; }",
  "struct ReplayInput { ReplaySettings settings; ReplayAsset[] assets; ReplayAccount[] accounts; ReplayWick[] wicks; }",
]);

/** Order of the sources in the contracts. */
const SOURCES = ["feed", "pyth", "pool"] as const;
/** Half of this share of the accounts' debts is what lenders have left: utilisation is two thirds. */
const SUPPLY_RATIO = 15_000n;
const BASIS = 10_000;
const BLOCK = 12n;
const RECOVERY = 600n;
const EDGE = 20n;
const SETTLE = 2 * 3_600;
const LONGS = 0.7;
const SPREAD = 1.2;

/** What the contracts replay, encoded for them. */
export function encodeReplay(options: ReplayOptions, path: PricePath): Hex {
  const { preset } = options;
  const symbols = Object.keys(path.prices);
  const offline = options.keepersOffline > 0 ? offlineSpan(options, path) : [0n, 0n];
  const factor = (preset?.depth ?? 1) * options.depthFactor;
  return encodeAbiParameters(PARAMETERS, [
    {
      settings: {
        start: BigInt(path.start),
        interval: BigInt(path.interval),
        settle: BigInt(Math.ceil(SETTLE / path.interval) * path.interval),
        blockTime: BLOCK,
        witnessWindow: BigInt(options.witnessWindow),
        recovery: RECOVERY,
        feedback: preset?.isWholeMarket ? BigInt(BASIS) : 0n,
        edge: EDGE,
        offlineFrom: offline[0] as bigint,
        offlineUntil: offline[1] as bigint,
        outsideLiquidity: options.outsideLiquidity,
        supplyRatio: SUPPLY_RATIO,
        backstop: BigInt(Math.round(options.backstop * BASIS)),
        assetShare: BigInt(Math.round(options.assetShare * BASIS)),
      },
      assets: symbols.map((symbol) => {
        const plan = assetPlan(symbol);
        const prices = path.prices[symbol] as readonly bigint[];
        const usual = Number(plan.volatility) / 1e18;
        const liquidity =
          preset?.depth === undefined
            ? liquidityOf(prices, path.interval, usual, factor)
            : prices.map(() => BigInt(Math.max(1, Math.round(factor * BASIS))));
        return { symbol: symbol.toUpperCase(), ...plan, depth: BigInt(options.depth), prices, liquidity };
      }),
      accounts: symbols.flatMap((_, asset) =>
        populationOf(asset, { ...options, longs: LONGS, spread: SPREAD }).map((account) => ({ ...account })),
      ),
      wicks: (preset?.wicks ?? []).map(({ from, until, source, factor }) => ({
        from: BigInt(path.start + Math.round(from * 3_600)),
        until: BigInt(path.start + Math.round(until * 3_600)),
        source: SOURCES.indexOf(source),
        factor: BigInt(Math.round(factor * BASIS)) * 10n ** 14n,
      })),
    },
  ]);
}

/** Keepers are away when it hurts most: until the lowest price of the first asset. */
function offlineSpan(options: ReplayOptions, path: PricePath): readonly [bigint, bigint] {
  const [prices = []] = Object.values(path.prices);
  let lowest = 0;
  prices.forEach((price, i) => {
    if (price < (prices[lowest] as bigint)) lowest = i;
  });
  const until = path.start + lowest * path.interval;
  return [BigInt(until - Math.round(options.keepersOffline * 60)), BigInt(until)];
}
