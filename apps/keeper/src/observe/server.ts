import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

/** How the keeper is. */
export interface Health {
  readonly ok: boolean;
  readonly [field: string]: string | number | boolean;
}

/** What the server shows. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly registry: Registry;
  readonly health: () => Health;
}

/** `/healthz` and `/metrics`. */
export class StatusServer {
  readonly url: string;
  private readonly server: Server;

  private constructor(server: Server, host: string) {
    this.server = server;
    this.url = `http://${host}:${(server.address() as AddressInfo).port}`;
  }

  static start({ host, port, registry, health }: ServerOptions): Promise<StatusServer> {
    const server = createServer((request, response) => {
      answer(request, response, registry, health).catch(() => response.destroy());
    });
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => resolve(new StatusServer(server, host)));
    });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

async function answer(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  health: () => Health,
): Promise<void> {
  if (method !== "GET") return end(response, 405, "text/plain", "GET only\n");
  if (url === "/metrics") return end(response, 200, registry.contentType, await registry.metrics());
  if (url !== "/healthz") return end(response, 404, "text/plain", "/healthz or /metrics\n");
  const state = health();
  end(response, state.ok ? 200 : 503, "application/json", `${JSON.stringify(state)}\n`);
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
