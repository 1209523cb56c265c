// @vitest-environment node
import { HttpRequestError, RpcRequestError, TimeoutError } from "viem";
import { beforeEach, describe, expect, test } from "vitest";
import { isOutage, type RpcRequest, rotate } from "@/features/rpc/rotation";

const CHAIN = 42_161;
const RETURN_MS = 60_000;
const down = () => {
  throw new HttpRequestError({ url: "https://rpc.test", status: 503 });
};
const reverted = new RpcRequestError({
  body: {},
  url: "https://rpc.test",
  error: { code: 3, message: "execution reverted", data: "0x12345678" },
});

/** An endpoint that a test takes down, or puts on another chain, or back in time. */
class Node {
  readonly asked: string[] = [];
  isDown = false;
  hangs = false;
  chainId = CHAIN;
  timestamp = 1_000n;
  constructor(readonly name: string) {}

  send = async ({ method }: RpcRequest): Promise<unknown> => {
    this.asked.push(method);
    if (this.hangs) await new Promise(() => {});
    if (this.isDown) down();
    if (method === "eth_chainId") return `0x${this.chainId.toString(16)}`;
    if (method === "eth_getBlockByNumber") return { timestamp: `0x${this.timestamp.toString(16)}` };
    if (method === "eth_estimateGas") throw reverted;
    return this.name;
  };
}

let nodes: Node[];
let moves: number[];
let clock: number;
const head = { method: "eth_getBlockByNumber", params: ["latest", false] } as const;
const call = { method: "eth_call" } as const;

function start(count = 3) {
  nodes = Array.from({ length: count }, (_, index) => new Node(`node ${index}`));
  return rotate({
    endpoints: nodes.map((node) => node.send),
    chainId: CHAIN,
    returnAfterMs: RETURN_MS,
    probeMs: 20,
    onMove: (current) => moves.push(current),
    now: () => clock,
  });
}

const at = (index: number) => nodes[index] as Node;
/** Lets what runs in the background end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 40));

beforeEach(() => {
  moves = [];
  clock = 0;
});

describe("several endpoints", () => {
  test("the first is asked while it answers, the others never", async () => {
    const send = start();
    expect(await send(call)).toBe("node 0");
    expect(at(1).asked).toEqual([]);
    expect(moves).toEqual([]);
  });

  test("a request that fails is answered by the next one, and so is what follows", async () => {
    const send = start();
    at(0).isDown = true;
    expect(await send(call)).toBe("node 1");
    expect(moves).toEqual([1]);
    const before = at(0).asked.length;
    expect(await send(call)).toBe("node 1");
    expect(at(0).asked).toHaveLength(before);
  });

  test("many that fail together move once", async () => {
    const send = start();
    at(0).isDown = true;
    expect(await Promise.all([send(call), send(call), send(call)])).toEqual(["node 1", "node 1", "node 1"]);
    expect(moves).toEqual([1]);
  });

  test("one on another chain, one that lags and one that hangs are passed over", async () => {
    const send = start(5);
    at(0).timestamp = 2_000n;
    await send(head);
    at(0).isDown = true;
    at(1).chainId = 1;
    at(2).timestamp = 1_969n;
    at(3).hangs = true;
    at(4).timestamp = 1_970n;
    expect(await send(call)).toBe("node 4");
  });

  test("with none left the failure is the first one's, and the next request tries again", async () => {
    const send = start();
    for (const node of nodes) node.isDown = true;
    await expect(send(call)).rejects.toBeInstanceOf(HttpRequestError);
    expect(moves).toEqual([]);
    at(2).isDown = false;
    expect(await send(call)).toBe("node 2");
  });

  test("a refusal of the chain is an answer, and no reason to move", async () => {
    const send = start();
    await expect(send({ method: "eth_estimateGas" })).rejects.toBe(reverted);
    expect(moves).toEqual([]);
  });
});

describe("the way back", () => {
  test("the preferred one is tried after its time, beside the request, and taken when it is well", async () => {
    const send = start();
    at(0).isDown = true;
    await send(call);
    at(0).isDown = false;
    clock = RETURN_MS - 1;
    expect(await send(call)).toBe("node 1");
    await settle();
    expect(moves).toEqual([1]);
    clock = RETURN_MS;
    // this one does not wait for it
    expect(await send(call)).toBe("node 1");
    await settle();
    expect(moves).toEqual([1, 0]);
    expect(await send(call)).toBe("node 0");
  });

  test("it is not taken while it lags, and tried again later", async () => {
    const send = start();
    at(1).timestamp = 5_000n;
    at(0).isDown = true;
    await send(call);
    await send(head);
    at(0).isDown = false;
    clock = RETURN_MS;
    await send(call);
    await settle();
    expect(await send(call)).toBe("node 1");
    at(0).timestamp = 5_000n;
    clock = 2 * RETURN_MS;
    await send(call);
    await settle();
    expect(await send(call)).toBe("node 0");
  });
});

test("outages are those of the line and of quotas", () => {
  const limited = new RpcRequestError({ body: {}, url: "", error: { code: -32_005, message: "limit" } });
  expect(isOutage(limited)).toBe(true);
  expect(isOutage(new TimeoutError({ body: {}, url: "" }))).toBe(true);
  expect(isOutage(reverted)).toBe(false);
  expect(isOutage(new Error("user rejected"))).toBe(false);
});
