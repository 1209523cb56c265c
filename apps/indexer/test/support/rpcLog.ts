import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A node that hands every request on and remembers what was asked. */
export interface RpcLog {
  readonly url: string;
  /** How often each method was asked. */
  readonly counts: Map<string, number>;
  stop(): Promise<void>;
}

export async function startRpcLog(rpcUrl: string): Promise<RpcLog> {
  const counts = new Map<string, number>();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const asked: unknown = JSON.parse(body);
    for (const { method } of (Array.isArray(asked) ? asked : [asked]) as { method: string }[])
      counts.set(method, (counts.get(method) ?? 0) + 1);
    try {
      const answer = await fetch(rpcUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    } catch {
      response.writeHead(502).end(); // the chain has gone
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
