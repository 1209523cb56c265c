import { createServer, request as forward } from "node:http";
import { freePort } from "./server";

/** An endpoint of its own in front of a chain's, which a test shuts and opens. */
export interface Gate {
  readonly url: string;
  /** While true every request is refused, as by a provider that is down. */
  isShut: boolean;
  stop(): Promise<void>;
}

export async function startGate(rpcUrl: string): Promise<Gate> {
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader("access-control-allow-origin", "*");
    outgoing.setHeader("access-control-allow-headers", "*");
    if (incoming.method === "OPTIONS") return outgoing.end();
    if (gate.isShut) return outgoing.writeHead(503).end();
    const onward = forward(
      rpcUrl,
      { method: "POST", headers: { "content-type": "application/json" } },
      (answer) => answer.pipe(outgoing),
    );
    onward.on("error", () => outgoing.destroy());
    return incoming.pipe(onward);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const gate: Gate = {
    url: `http://127.0.0.1:${port}`,
    isShut: false,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return gate;
}
