import { parseAbi } from "viem";

/** Chainlink's aggregator: the contract behind a feed's proxy, which emits the answers. */
export const aggregatorEventsAbi = parseAbi([
  "event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)",
]);

/** Of the proxy, read once at the start. */
export const feedAbi = parseAbi([
  "function aggregator() view returns (address)",
  "function decimals() view returns (uint8)",
]);
