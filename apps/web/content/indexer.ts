import { translated } from "./translated";

/** Words about the index of the past. */
export const indexerCopy = /* @__PURE__ */ translated("indexer", {
  behind: (blocks: bigint) => `The history index is ${blocks} ${blocks === 1n ? "block" : "blocks"} behind.`,
  down: "The history index does not answer.",
  fromChain: "What you see is read from the chain instead.",
  indexing: (block: string) => `Indexing… your transaction is in block ${block}.`,
} as const);
