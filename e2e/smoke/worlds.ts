import { createServer } from "node:http";
import { startDevnet } from "@gimbal/devnet";
import { freePort, startWeb } from "../support/server";

/** A chain as an operator may find it, and the production server on it. */
export interface World {
  readonly url: string;
  stop(): Promise<void>;
}

/** The node is not there. */
export async function nodeDown(): Promise<World> {
  return serve(`http://127.0.0.1:${await freePort()}`, async () => {});
}

/** The node answers, and nothing is deployed on it. */
export async function emptyChain(): Promise<World> {
  const node = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("access-control-allow-headers", "*");
      response.setHeader("content-type", "application/json");
      response.end(body === "" ? "" : JSON.stringify(answerTo(JSON.parse(body))));
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => node.listen(port, "127.0.0.1", resolve));
  return serve(`http://127.0.0.1:${port}`, async () => {
    node.closeAllConnections();
    await new Promise((resolve) => node.close(resolve));
  });
}

/** Everything is deployed, and nobody has come yet: no lender, no trade, no history. */
export async function nobodyYet(): Promise<World> {
  const devnet = await startDevnet({ seed: "none", controlPort: false });
  return serve(devnet.rpcUrl, () => devnet.stop());
}

async function serve(rpcUrl: string, end: () => Promise<void>): Promise<World> {
  const web = await startWeb({ port: await freePort(), rpcUrl, controlUrl: undefined });
  return {
    url: web.url,
    stop: async () => {
      await web.stop();
      await end();
    },
  };
}

/** A chain of one empty block: calls return nothing. */
function answerTo({ id, method }: { readonly id: number; readonly method: string }) {
  const block = { number: "0x0", hash: `0x${"00".repeat(32)}`, timestamp: "0x65000000", transactions: [] };
  const results: Readonly<Record<string, unknown>> = {
    eth_blockNumber: "0x0",
    eth_chainId: "0x7a69",
    eth_getBlockByNumber: block,
    eth_getLogs: [],
    eth_call: "0x",
  };
  return { jsonrpc: "2.0", id, result: results[method] ?? null };
}
