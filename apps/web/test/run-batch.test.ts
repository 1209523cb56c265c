import { decodeFunctionData, erc20Abi, type Hex, UserRejectedRequestError } from "viem";
import { describe, expect, test } from "vitest";
import { batchState, canBatch, sendBatch, type WalletRequest } from "@/features/transaction/batch";
import type { Intent } from "@/features/transaction/intent";
import { planOf } from "@/features/transaction/plan-trade";
import type { BatchPorts, Call, Mined, RunPorts } from "@/features/transaction/ports";
import { problemFrom, RunStop } from "@/features/transaction/problem";
import { runPlan, stepsOf } from "@/features/transaction/run-plan";
import { idleRun, type RunEvent, reduceRun } from "@/features/transaction/run-state";
import { accountOf, fixture, LIMITS, OWNER, USDC } from "./support/market";

const open: Intent = {
  type: "open",
  account: accountOf("long"),
  market: 1,
  side: "long",
  base: 1,
  equity: 1_000n * USDC,
  borrow: 2_000n * USDC,
};
const plan = planOf(open, { snapshot: fixture(), limits: LIMITS });
const ok = (hash: Hex): Mined => ({
  hash,
  status: "success",
  blockNumber: 101n,
  replaced: "no",
  received: () => 0n,
});

/** A token that changes an allowance only from or to nothing, as USDT does. */
function stubborn(start: bigint, change: Partial<RunPorts> = {}) {
  let allowance = start;
  const approvals: bigint[] = [];
  const amountOf = ({ data }: Call) => {
    try {
      const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data });
      return functionName === "approve" ? args[1] : undefined;
    } catch {
      return undefined; // not a call of a token
    }
  };
  const ports: RunPorts = {
    wallet: () => ({ address: OWNER, chainId: 31_337 }),
    simulate: async (call) => {
      const amount = amountOf(call);
      if (amount !== undefined && amount !== 0n && allowance !== 0n) throw new Error("execution reverted");
    },
    estimateGas: async () => 100_000n,
    send: async (call) => {
      const amount = amountOf(call);
      if (amount !== undefined) {
        allowance = amount;
        approvals.push(amount);
      }
      return "0x01";
    },
    waitFor: async (hash) => ok(hash),
    allowance: async () => allowance,
    permitDomain: async () => undefined,
    sign: async () => "0x",
    refresh: async () => {},
    ...change,
  };
  return { ports, approvals };
}

async function run(
  ports: RunPorts,
  options: { canBatch?: boolean; method?: "signature" | "transaction" } = {},
) {
  const events: RunEvent[] = [];
  const { canBatch: batched = false, method = "transaction" } = options;
  const outcome = await runPlan({
    plan,
    owner: OWNER,
    chainId: 31_337,
    chainName: "Local chain",
    method,
    canBatch: batched,
    deadline: LIMITS.deadline,
    ports,
    emit: (event) => events.push(event),
    attendance: { stopped: new AbortController().signal },
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { events, outcome };
}

describe("a token that wants its allowance taken back first", () => {
  test("is taken back to nothing, then given exactly", async () => {
    const { ports, approvals } = stubborn(5n);
    const { outcome, events } = await run(ports);
    expect(outcome).toBeUndefined();
    expect(approvals).toEqual([0n, 1_000n * USDC]);
    const begun = reduceRun(idleRun, {
      type: "begin",
      steps: stepsOf(plan, "transaction"),
      approval: plan.approvals[0],
    });
    const state = events.reduce(reduceRun, begun);
    expect(state.steps.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "reset done",
      "approve done",
      "send done",
      "update done",
    ]);
  });

  test("is not asked to where nothing stands in the way, or another token allows it", async () => {
    const fresh = stubborn(0n);
    await run(fresh.ports);
    expect(fresh.approvals).toEqual([1_000n * USDC]);
    const tolerant = stubborn(5n, { simulate: async () => {} });
    await run(tolerant.ports);
    expect(tolerant.approvals).toEqual([1_000n * USDC]);
  });

  test("an allowance that is enough by now is left alone", async () => {
    const { ports, approvals } = stubborn(2_000n * USDC);
    const { outcome } = await run(ports);
    expect(outcome).toBeUndefined();
    expect(approvals).toEqual([]);
  });

  test("a reset that did not take stops the run", async () => {
    const { ports } = stubborn(5n, { allowance: async () => 5n });
    const { outcome } = await run(ports);
    expect(outcome).toBeInstanceOf(RunStop);
    expect((outcome as RunStop).problem.title).toContain("The old allowance is still there");
  });
});

describe("a wallet that takes several calls as one", () => {
  function batching(change: Partial<BatchPorts> = {}) {
    const sent: (readonly Call[])[] = [];
    const simulated: (readonly Call[])[] = [];
    const batch: BatchPorts = {
      simulate: async (calls) => {
        simulated.push(calls);
      },
      send: async (calls) => {
        sent.push(calls);
        return "batch-1";
      },
      hashOf: async () => "0x0b",
      ...change,
    };
    const base = stubborn(0n);
    return { ports: { ...base.ports, batch }, sent, simulated, approvals: base.approvals };
  }

  test("gets exactly the allowance and the reviewed call, in this order, checked before", async () => {
    const { ports, sent, simulated, approvals } = batching();
    const { outcome, events } = await run(ports, { canBatch: true, method: "signature" });
    expect(outcome).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(simulated).toEqual(sent);
    const [approve, order] = sent[0] ?? [];
    expect(decodeFunctionData({ abi: erc20Abi, data: approve?.data ?? "0x" }).args?.[1]).toBe(1_000n * USDC);
    expect(order).toEqual(plan.calls[0]);
    expect(approvals).toEqual([]);
    expect(events).toContainEqual({ type: "sent", step: "batch", hash: "0x0b" });
    expect(events.at(-1)).toEqual({ type: "done", step: "update" });
  });

  test("is not asked when the person wants a transaction of its own", async () => {
    expect(stepsOf(plan, "transaction", true)).toEqual(["approve", "send", "update"]);
    expect(stepsOf(plan, "signature", true)).toEqual(["batch", "update"]);
    const { ports, sent } = batching();
    await run(ports, { canBatch: true, method: "transaction" });
    expect(sent).toEqual([]);
  });

  test("a check that fails asks nothing", async () => {
    const { ports, sent } = batching({
      simulate: () => Promise.reject(new Error("execution reverted: STF")),
    });
    const { outcome } = await run(ports, { canBatch: true, method: "signature" });
    expect((await problemFrom(outcome)).kind).toBe("failed");
    expect(sent).toEqual([]);
  });

  test("a wallet that changes its mind offers the plain way", async () => {
    const refusal = Object.assign(new Error("atomic not supported"), { code: 5760 });
    const { ports } = batching({ send: () => Promise.reject(refusal) });
    const { outcome } = await run(ports, { canBatch: true, method: "signature" });
    expect((outcome as RunStop).problem.unsignable).toBe(true);
  });

  test("a cancellation is a choice, a batch given up is told", async () => {
    const rejection = new UserRejectedRequestError(new Error("no"));
    const cancelled = batching({ send: () => Promise.reject(rejection) });
    const { outcome } = await run(cancelled.ports, { canBatch: true, method: "signature" });
    expect((await problemFrom(outcome)).kind).toBe("rejected");
    const lost = batching({ hashOf: async () => undefined });
    const given = await run(lost.ports, { canBatch: true, method: "signature" });
    expect((given.outcome as RunStop).problem.title).toContain("gave up");
  });
});

describe("the wallet's words", () => {
  const answering =
    (answer: unknown): WalletRequest =>
    async () =>
      answer;

  test.each([
    ["supported", { "0x7a69": { atomic: { status: "supported" } } }, true],
    ["ready", { "0x7a69": { atomic: { status: "ready" } } }, true],
    ["for every chain", { "0x0": { atomic: { status: "supported" } } }, true],
    ["by number", { 31337: { atomic: { status: "supported" } } }, true],
    ["unsupported", { "0x7a69": { atomic: { status: "unsupported" } } }, false],
    ["of another chain", { "0x1": { atomic: { status: "supported" } } }, false],
    ["nothing", {}, false],
    ["null", null, false],
  ])("capabilities %s", async (_, answer, expected) => {
    expect(await canBatch(answering(answer), OWNER, 31_337)).toBe(expected);
  });

  test("a wallet that does not know the question has no batches", async () => {
    expect(await canBatch(() => Promise.reject(new Error("4200")), OWNER, 31_337)).toBe(false);
  });

  test("asks for all or nothing", async () => {
    const asked: unknown[] = [];
    const id = await sendBatch(
      async (request) => {
        asked.push(request);
        return { id: "0xid" };
      },
      { address: OWNER, chainId: 31_337, calls: [{ to: OWNER, data: "0x12", value: 0n }] },
    );
    expect(id).toBe("0xid");
    expect(asked[0]).toMatchObject({
      method: "wallet_sendCalls",
      params: [
        {
          version: "2.0.0",
          from: OWNER,
          chainId: "0x7a69",
          atomicRequired: true,
          calls: [{ to: OWNER, data: "0x12", value: "0x0" }],
        },
      ],
    });
  });

  test.each([
    [{ status: 100 }, { type: "pending" }],
    [{ status: "PENDING" }, { type: "pending" }],
    [
      { status: 200, receipts: [{ transactionHash: "0xaa" }, { transactionHash: "0xbb" }] },
      { type: "mined", hash: "0xbb" },
    ],
    [
      { status: 500, receipts: [{ transactionHash: "0xcc" }] },
      { type: "mined", hash: "0xcc" },
    ],
    [{ status: 400 }, { type: "failed" }],
    [null, { type: "failed" }],
  ])("status %j", async (answer, expected) => {
    expect(await batchState(answering(answer), "id")).toEqual(expected);
  });
});
