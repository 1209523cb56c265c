import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createPublicClient } from "viem";
import { afterEach, describe, expect, it } from "vitest";
import { Endpoints } from "../src/chain/endpoints";
import { requireQuorum } from "../src/chain/quorum";
import { EndpointsDownError, NoQuorumError } from "../src/errors";

type Behaviour = (call: { readonly method: string }) => {
  status?: number;
  result?: unknown;
  error?: unknown;
};

const HASH = `0x${"11".repeat(32)}` as const;
const OTHER = `0x${"22".repeat(32)}` as const;

class FakeNode {
  asked = 0;
  behaviour: Behaviour;
  private constructor(
    readonly server: Server,
    behaviour: Behaviour,
  ) {
    this.behaviour = behaviour;
  }

  static async start(behaviour: Behaviour): Promise<FakeNode> {
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      node.asked += 1;
      const { id, ...call } = JSON.parse(body);
      const { status = 200, ...answer } = node.behaviour(call);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
    });
    const node = new FakeNode(server, behaviour);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    nodes.push(node);
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const nodes: FakeNode[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.stop();
});

const well: Behaviour = () => ({ result: "0x10" });
const broken: Behaviour = () => ({ status: 503, result: "0x0" });
const refuses: Behaviour = () => ({ error: { code: 3, message: "execution reverted", data: "0x" } });
const busy: Behaviour = () => ({ error: { code: -32_005, message: "limit exceeded" } });

describe("the endpoints", () => {
  it.each([
    ["does not answer", broken],
    ["is too busy", busy],
  ])("ask the next one when the first %s, and leave it alone for a while", async (_, behaviour) => {
    const [first, second] = [await FakeNode.start(behaviour), await FakeNode.start(well)];
    let now = 0;
    const failures: string[] = [];
    const endpoints = new Endpoints(
      [first.url, second.url],
      2_000,
      { onFailure: (name) => failures.push(name) },
      () => now,
    );
    const client = createPublicClient({ transport: endpoints.transport(), cacheTime: 0 });
    expect(await client.getBlockNumber()).toBe(16n);
    expect(await client.getBlockNumber()).toBe(16n);
    expect([first.asked, second.asked]).toEqual([1, 2]);
    expect(failures).toEqual([new URL(first.url).host]);
    // After its pause it is asked again, and is the first choice once it is well.
    first.behaviour = well;
    now = 1_000;
    await client.getBlockNumber();
    await client.getBlockNumber();
    expect([first.asked, second.asked]).toEqual([3, 2]);
  });

  it("pause longer with every failure in a row", async () => {
    const [first, second] = [await FakeNode.start(broken), await FakeNode.start(well)];
    let now = 0;
    const endpoints = new Endpoints([first.url, second.url], 2_000, {}, () => now);
    for (const [pause, asked] of [
      [0, 1],
      [1_000, 2],
      [2_000, 2],
      [3_000, 3],
      [6_999, 3],
      [7_000, 4],
    ]) {
      now = pause as number;
      await endpoints.request({ method: "eth_blockNumber" });
      expect(first.asked, `at ${now}`).toBe(asked);
    }
  });

  it("do not take what the chain says for a failure", async () => {
    const [first, second] = [await FakeNode.start(refuses), await FakeNode.start(well)];
    const endpoints = new Endpoints([first.url, second.url], 2_000);
    await expect(endpoints.request({ method: "eth_call" })).rejects.toThrow("execution reverted");
    expect(second.asked).toBe(0);
  });

  it("say so when none is left, and come back with the first that is well", async () => {
    const node = await FakeNode.start(broken);
    const endpoints = new Endpoints([node.url], 2_000);
    await expect(endpoints.request({ method: "eth_blockNumber" })).rejects.toBeInstanceOf(EndpointsDownError);
    node.behaviour = well;
    expect(await endpoints.request({ method: "eth_blockNumber" })).toBe("0x10");
  });
});

describe("the quorum", () => {
  const head = { number: 5n, hash: HASH, parentHash: OTHER, timestamp: 0n, baseFee: 0n };
  const knows =
    (hash: string): Behaviour =>
    () => ({ result: { hash } });

  it.each([
    [[knows(HASH), knows(HASH), broken], true],
    [[knows(HASH), knows(OTHER), knows(HASH)], true],
    [[knows(HASH), knows(OTHER), knows(OTHER)], false],
    [[knows(HASH), () => ({ result: null }), broken], false],
  ] as const)("of two needs two that know the block by its hash", async (behaviours, agreed) => {
    const urls = [];
    for (const behaviour of behaviours) urls.push((await FakeNode.start(behaviour)).url);
    const asked = requireQuorum(new Endpoints(urls, 2_000), head, 2);
    if (agreed) await expect(asked).resolves.toBeUndefined();
    else await expect(asked).rejects.toBeInstanceOf(NoQuorumError);
  });
});
