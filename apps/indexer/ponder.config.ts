import {
  accountMoverAbi,
  coverageGateAbi,
  depthOracleAbi,
  marginEngineAbi,
  marginEngineLiquidationAbi,
  riskEngineAbi,
  uniswapV3PoolAbi,
  volatilityOracleAbi,
} from "@gimbal/sdk/abis";
import { createConfig } from "ponder";
import { aggregatorEventsAbi } from "./src/lib/abis";
import { noteFeeds, readFeeds } from "./src/lib/feeds";
import { poolsOf } from "./src/lib/markets";
import { deployment, POLLING_INTERVAL, RPC_URL, START_BLOCK } from "./src/lib/settings";

const { contracts } = deployment;
const feeds = await readFeeds(deployment, RPC_URL);
noteFeeds(feeds);

const source = { chain: "chain", startBlock: START_BLOCK } as const;

/** Both ABIs of the engine tell some of its events: each is named once. */
const told = new Set<string>(marginEngineAbi.flatMap((item) => (item.type === "event" ? [item.name] : [])));
const ofModules = marginEngineLiquidationAbi.filter((item) => item.type !== "event" || !told.has(item.name));

export default createConfig({
  database: process.env.DATABASE_URL
    ? { kind: "postgres", connectionString: process.env.DATABASE_URL }
    : { kind: "pglite", directory: process.env.GIMBAL_INDEXER_DATA ?? ".ponder/pglite" },
  ordering: "omnichain",
  chains: { chain: { id: deployment.chainId, rpc: RPC_URL, pollingInterval: POLLING_INTERVAL } },
  contracts: {
    MarginEngine: {
      ...source,
      abi: [...marginEngineAbi, ...ofModules],
      address: contracts.marginEngine,
    },
    AccountMover: { ...source, abi: accountMoverAbi, address: contracts.accountMover },
    VolatilityOracle: { ...source, abi: volatilityOracleAbi, address: contracts.volatilityOracle },
    DepthOracle: { ...source, abi: depthOracleAbi, address: contracts.depthOracle },
    RiskEngine: { ...source, abi: riskEngineAbi, address: contracts.riskEngine },
    CoverageGate: { ...source, abi: coverageGateAbi, address: contracts.coverageGate },
    Pool: { ...source, abi: uniswapV3PoolAbi, address: poolsOf(deployment).map(({ address }) => address) },
    Feed: { ...source, abi: aggregatorEventsAbi, address: feeds.map(({ aggregator }) => aggregator) },
  },
});
