import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { type Config, type ContractConfig, defineConfig, type Plugin } from "@wagmi/cli";
import { foundry } from "@wagmi/cli/plugins";
import type { Abi } from "viem";
import { foundryBin } from "../../scripts/foundry.mjs";

const contracts = resolve(import.meta.dirname, "../../contracts");
const out = resolve(contracts, process.env.FOUNDRY_OUT ?? "out");
const require = createRequire(join(contracts, "package.json"));

/** What the SDK calls: interfaces carry no bytecode and no internals, so the browser loads less. */
const INTERFACES = ["IMarginEngine", "ITradeRouter", "ILens", "IPriceOracle", "IOrderShape"];

/** What only screens and keepers of risk call: a module of its own, which no page loads at first. */
const RISK_INTERFACES = ["ICoverageGate", "IDepthOracle", "IRiskEngine", "IRiskLens", "IVolatilityOracle"];

/** What only screens and keepers of liquidations call: a module of its own as well. */
const LIQUIDATION_INTERFACES = ["IBackstopVault", "ILiquidationTaker"];

/** What only orders beyond opening and closing, and lenders through a vault, call: a module of its own as well. */
const ORDER_INTERFACES = ["IAccountMover", "ILendingVault", "IPositionOrderShape", "IPositionRouter"];

/** Events of the engine that only they read. */
const LIQUIDATION_EVENTS = [
  "Assume",
  "Claim",
  "DistributeFees",
  "Draw",
  "LossCovered",
  "Mark",
  "Net",
  "Recover",
  "SetBackstop",
  "SetNettable",
  "SetSoftZone",
  "Slice",
];

/** Functions of the engine that governance and its contracts call, and no page: their tuples are half of its ABI. */
const GOVERNED = [
  "createMarket",
  "listAsset",
  "setMarketParameters",
  "setReserveParameters",
  "setRiskParameters",
  "setPaused",
  "setOpeningLimits",
  "setOpeningsClosed",
  "setRatePremium",
  "setDebtCap",
  "setBackstop",
  "collectFees",
];

/** Whose errors a transaction of the SDK can meet. */
const THROWERS = [
  "Errors",
  "MarginEngine",
  "MarginEngineExtension",
  "MarginEngineLiquidation",
  "MarginEngineClearing",
  "MarginEngineNetting",
  "TradeRouter",
  "LiquidationTaker",
  "PositionRouter",
  "AccountMover",
  "LendingVault",
  "BackstopVault",
  "BackstopDesk",
  "PriceOracle",
  "RiskEngine",
  "CoverageGate",
  "VolatilityOracle",
  "DepthOracle",
  "FaucetToken",
  "AccessManager",
  "SafeTransferLib",
  "SafeCastLib",
];

const AGGREGATOR = "@chainlink/contracts/abi/v0.8/AggregatorV3Interface.json";
const POOL = "@uniswap/v3-core/artifacts/contracts/interfaces/IUniswapV3Pool.sol/IUniswapV3Pool.json";
const QUOTER = "@uniswap/v3-periphery/artifacts/contracts/interfaces/IQuoterV2.sol/IQuoterV2.json";

function artifact(name: string): Abi {
  return JSON.parse(readFileSync(join(out, `${name}.sol`, `${name}.json`), "utf8")).abi;
}

function published(path: string): Abi {
  const json = JSON.parse(readFileSync(require.resolve(path), "utf8"));
  return Array.isArray(json) ? json : json.abi;
}

function pick(abi: Abi, ...names: readonly string[]): Abi {
  return names.map((name) => {
    const item = abi.find((entry) => "name" in entry && entry.name === name);
    if (item === undefined) throw new TypeError(`no ${name} in the ABI`);
    return item;
  });
}

function isGoverned(item: Abi[number]): boolean {
  return item.type === "function" && GOVERNED.includes(item.name);
}

/** Functions and events of the engine's liquidation side, which has an ABI of its own. */
function isLiquidation(item: Abi[number]): boolean {
  if (item.type === "event") return LIQUIDATION_EVENTS.includes(item.name);
  const own = artifact("IMarginEngineLiquidation");
  return item.type === "function" && own.some((one) => one.type === "function" && one.name === item.name);
}

/** Every error once, by name. */
function errors(): Abi {
  const bySignature = new Map<string, Extract<Abi[number], { type: "error" }>>();
  for (const item of THROWERS.flatMap((name) => [...artifact(name)])) {
    if (item.type === "error") bySignature.set(`${item.name}(${item.inputs.map((i) => i.type)})`, item);
  }
  return [...bySignature.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Without the names of Solidity's types, which nobody decodes by and every page would load. */
function lean(contracts: readonly ContractConfig[]): ContractConfig[] {
  return contracts.map(({ abi, ...contract }) => ({
    ...contract,
    abi: JSON.parse(JSON.stringify(abi, (key, value) => (key === "internalType" ? undefined : value))) as Abi,
  }));
}

/** The Foundry plugin, without the `I` of interfaces and in a fixed order. */
function interfaces(names: readonly string[]): Plugin {
  const plugin = foundry({
    project: contracts,
    artifacts: relative(contracts, out),
    forge: { build: false, rebuild: false, path: foundryBin("forge") },
    include: names.map((name) => `${name}.sol/${name}.json`),
  });
  return {
    ...plugin,
    async contracts(): Promise<ContractConfig[]> {
      const found = (await plugin.contracts?.()) ?? [];
      if (found.length !== names.length) throw new TypeError("an interface has no artifact: run forge build");
      const named = found.map(({ abi, name, ...contract }) => ({
        ...contract,
        name: name.slice(1),
        abi:
          name === "IMarginEngine"
            ? (abi as Abi).filter((item) => !isGoverned(item) && !isLiquidation(item))
            : abi,
      }));
      return lean(named.sort((a, b) => (a.name < b.name ? -1 : 1)));
    },
  };
}

const config: Config = {
  out: "src/generated/abis.ts",
  contracts: lean([
    { name: "Aggregator", abi: pick(published(AGGREGATOR), "decimals", "getRoundData", "latestRoundData") },
    {
      name: "Erc20",
      abi: [
        ...pick(artifact("FaucetToken"), "allowance", "approve", "balanceOf", "decimals", "name", "symbol"),
        ...pick(artifact("FaucetToken"), "DOMAIN_SEPARATOR", "eip712Domain", "nonces", "permit"),
        ...pick(artifact("FaucetToken"), "Approval", "Transfer"),
      ],
    },
    { name: "FaucetToken", abi: pick(artifact("FaucetToken"), "FAUCET_LIMIT", "faucet") },
    { name: "QuoterV2", abi: pick(published(QUOTER), "quoteExactInputSingle", "quoteExactOutputSingle") },
    {
      name: "UniswapV3Pool",
      abi: pick(published(POOL), "fee", "liquidity", "slot0", "token0", "token1", "Swap"),
    },
  ]),
  plugins: [interfaces(INTERFACES)],
};

/** A module of its own: a page loads it with the first error it meets. */
const allErrors: Config = {
  out: "src/generated/errorsAbi.ts",
  contracts: lean([{ name: "AllErrors", abi: errors() }]),
};

const risk: Config = {
  out: "src/generated/riskAbis.ts",
  contracts: lean([
    { name: "MarginEngineGovernance", abi: pick(artifact("IMarginEngine"), ...GOVERNED) },
    { name: "PriceOracleCheckpoints", abi: pick(artifact("IPriceOracleAdmin"), "checkpointWitness") },
  ]),
  plugins: [interfaces(RISK_INTERFACES)],
};

const liquidation: Config = {
  out: "src/generated/liquidationAbis.ts",
  contracts: lean([
    {
      name: "MarginEngineLiquidation",
      // what a takeover or a loss says is read beside what a take says
      abi: artifact("IMarginEngine").filter(
        (item) =>
          isLiquidation(item) || (item.type === "event" && /^(Adjust|Liquidate|WriteOff)$/.test(item.name)),
      ),
    },
  ]),
  plugins: [interfaces(LIQUIDATION_INTERFACES)],
};

const orders: Config = { out: "src/generated/ordersAbis.ts", plugins: [interfaces(ORDER_INTERFACES)] };

export default defineConfig([config, allErrors, risk, liquidation, orders]);
