/** The past of an account, read from the chain: a chunk of its own, asked for when there is a position. */
export { readTrades } from "@gimbal/sdk";
