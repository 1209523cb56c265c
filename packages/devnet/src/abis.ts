import { parseAbi } from "viem";

/** The parts of other people's contracts that the market driver and the seed use. */
export const tokenAbi = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function balanceOf(address owner) view returns (uint256)",
]);

export const feedAbi = parseAbi([
  "function aggregator() view returns (address)",
  "function latestAnswer() view returns (int256)",
  "function latestTimestamp() view returns (uint256)",
]);

export const aggregatorAbi = parseAbi([
  "function latestRound() view returns (uint256)",
  "function submit(uint256 roundId, int256 answer)",
]);

export const poolAbi = parseAbi([
  "function token0() view returns (address)",
  "function slot0() view returns (uint160 sqrtPriceX96, int24 tick, uint16 observationIndex, uint16 observationCardinality, uint16 observationCardinalityNext, uint8 feeProtocol, bool unlocked)",
  "function liquidity() view returns (uint128)",
  "function observe(uint32[] secondsAgos) view returns (int56[] tickCumulatives, uint160[] secondsPerLiquidityCumulativeX128s)",
]);

export const swapRouterAbi = parseAbi([
  "struct ExactInputSingleParams { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 deadline; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(ExactInputSingleParams params) returns (uint256 amountOut)",
]);
