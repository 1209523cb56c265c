import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

export interface WebServerOptions {
  readonly port: number;
  readonly rpcUrl: string;
  readonly controlUrl: string | undefined;
  /** Folder of `<chainId>.json`; the SDK's own when left out. */
  readonly deployments?: string;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new TypeError("no port");
  return address.port;
}

/** Starts the production build of the app against one chain and waits until it answers. */
export async function startWeb({
  port,
  rpcUrl,
  controlUrl,
  deployments = "",
}: WebServerOptions): Promise<WebServer> {
  const app = dirname(require.resolve("@gimbal/web/package.json"));
  const next = createRequire(`${app}/package.json`).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", String(port)], {
    cwd: app,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      GIMBAL_RPC_URL: rpcUrl,
      GIMBAL_CONTROL_URL: controlUrl ?? "",
      GIMBAL_DEPLOYMENTS: deployments,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await ready(child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** Resolves when the server says that it is ready; rejects with its words when it ends before. */
function ready(child: ChildProcess): Promise<void> {
  let words = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      words += chunk.toString();
      if (words.includes("Ready in")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`The web server ended:\n${words}`)));
  });
}
