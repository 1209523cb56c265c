import { createClient, custom, type Hex, HttpRequestError, numberToHex } from "viem";

export const OWNER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
export const ROUTER = "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc";
export const hashOf = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;

export interface Sent {
  readonly hash: Hex;
  readonly nonce: number;
  readonly to?: Hex;
  readonly input?: Hex;
  readonly value?: Hex;
  readonly block: number | null;
}

/** A node with these transactions; `silences` requests for a receipt are not answered. */
export function node(start: {
  readonly sent: readonly Sent[];
  readonly head: number;
  readonly silences?: number;
}) {
  const state = { ...start, silences: start.silences ?? 0 };
  const asRpc = ({ hash, nonce, to = ROUTER, input = "0x12", value = "0x0", block }: Sent) => ({
    hash,
    nonce: numberToHex(nonce),
    from: OWNER,
    to,
    input,
    value,
    type: "0x2",
    chainId: "0x7a69",
    gas: "0x1",
    gasPrice: "0x1",
    blockNumber: block === null ? null : numberToHex(block),
    blockHash: block === null ? null : hashOf(0xb000 + block),
    transactionIndex: block === null ? null : "0x0",
  });
  const blockOf = (number: number | null) => ({
    number: number === null ? null : numberToHex(number),
    hash: number === null ? null : hashOf(0xb000 + number),
    timestamp: "0x1",
    transactions: state.sent.filter(({ block }) => block === number).map(asRpc),
  });
  const answer = (method: string, params: readonly unknown[]): unknown => {
    const of = (hash: unknown) => state.sent.find((sent) => sent.hash === hash);
    switch (method) {
      case "eth_blockNumber":
        return numberToHex(state.head);
      case "eth_getTransactionCount":
        return numberToHex(Math.max(-1, ...state.sent.map(({ nonce }) => nonce)) + 1);
      case "eth_getTransactionByHash": {
        const sent = of(params[0]);
        return sent === undefined ? null : asRpc(sent);
      }
      case "eth_getTransactionReceipt": {
        if (state.silences > 0) {
          state.silences -= 1;
          throw new HttpRequestError({ url: "http://node" });
        }
        const sent = of(params[0]);
        if (sent === undefined || sent.block === null) return null;
        const { blockNumber, blockHash } = asRpc(sent);
        return { transactionHash: sent.hash, blockNumber, blockHash, status: "0x1", logs: [], type: "0x2" };
      }
      case "eth_getBlockByNumber":
        return blockOf(
          params[0] === "pending" ? null : params[0] === "latest" ? state.head : Number(params[0]),
        );
      default:
        throw Object.assign(new Error(`the method ${method} does not exist`), { code: -32601 });
    }
  };
  const transport = custom(
    { request: async ({ method, params }) => answer(method, (params ?? []) as readonly unknown[]) },
    { retryCount: 0 },
  );
  const client = createClient({ transport, pollingInterval: 20, cacheTime: 0 });
  return { client, state: state as { sent: readonly Sent[]; head: number } };
}
