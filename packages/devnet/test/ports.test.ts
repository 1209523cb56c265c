import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isPortFree, PortInUseError, portOwner, requireFreePort } from "../../../scripts/lib/ports.mjs";
import { startAnvil } from "../src/anvil";

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

describe("ports", () => {
  it("are free when nobody listens", async () => {
    const port = await listen("127.0.0.1");
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await isPortFree(port)).toBe(true);
    await expect(requireFreePort(port, "a test")).resolves.toBeUndefined();
  });

  it.each(["127.0.0.1", "0.0.0.0"])("name the process that listens on %s", async (host) => {
    const port = await listen(host);
    expect(await isPortFree(port)).toBe(false);
    expect(portOwner(port)?.pid).toBe(process.pid);
  });

  it("say in one sentence who is in the way", async () => {
    const port = await listen("127.0.0.1");
    const error = await requireFreePort(port, "a test").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PortInUseError);
    expect(String(error)).toMatch(
      new RegExp(
        `^PortInUseError: Port ${port}, needed for a test, is in use by \\S.* \\(pid ${process.pid}\\): stop it`,
      ),
    );
  });
});

describe("startAnvil", () => {
  it("names the anvil that is in the way, and leaves it alone", async () => {
    const first = await startAnvil();
    try {
      const error = await startAnvil({ port: first.port }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(PortInUseError);
      expect((error as PortInUseError).owner).toEqual({ pid: first.process.pid, name: "anvil" });
      expect(first.process.exitCode).toBeNull();
    } finally {
      await first.stop();
    }
    expect(first.process.exitCode ?? first.process.signalCode).not.toBeNull();
    expect(await isPortFree(first.port)).toBe(true);
  });
});
