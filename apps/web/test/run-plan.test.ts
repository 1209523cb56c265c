import { decodeFunctionData, erc20Abi, type Hex, UserRejectedRequestError } from "viem";
import { describe, expect, test, vi } from "vitest";
import type { TradeIntent as Intent } from "@/features/transaction/intent";
import { planOf } from "@/features/transaction/plan-trade";
import type { Call, Mined, RunPorts } from "@/features/transaction/ports";
import { problemFrom, RunStop } from "@/features/transaction/problem";
import { Reverted, type RunParameters, runPlan, stepsOf } from "@/features/transaction/run-plan";
import type { RunEvent } from "@/features/transaction/run-state";
import type { ApprovalMethod } from "@/features/transaction/settings-store";
import { accountOf, fixture, LIMITS, OWNER, USDC } from "./support/market";

const SIGNATURE: Hex = `0x${"11".repeat(32)}${"22".repeat(32)}1b`;
const OTHER = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

const open: Intent = {
  type: "open",
  account: accountOf("long"),
  market: 1,
  side: "long",
  base: 1,
  equity: 1_000n * USDC,
  borrow: 2_000n * USDC,
};

/** A wallet and a chain that do as they are told, and write down what was asked. */
function stand(change: Partial<RunPorts> = {}) {
  const asked: string[] = [];
  const sent: (Call & { gas: bigint })[] = [];
  const simulated: Call[] = [];
  let allowance = 0n;
  const mined = (hash: Hex): Mined => ({
    hash,
    status: "success",
    blockNumber: 101n,
    replaced: "no",
    received: () => 0n,
  });
  const ports: RunPorts = {
    wallet: () => ({ address: OWNER, chainId: 31_337 }),
    simulate: async (call) => {
      asked.push("simulate");
      simulated.push(call);
    },
    estimateGas: async () => 100_000n,
    send: async (call) => {
      asked.push("send");
      sent.push(call);
      allowance = approvedBy(call) ?? allowance;
      return `0x0${sent.length}`;
    },
    waitFor: async (hash) => mined(hash),
    allowance: async () => allowance,
    permitDomain: async (token) => ({ token, owner: OWNER, nonce: 0n, domain: { chainId: 31_337 } }),
    sign: async () => {
      asked.push("sign");
      return SIGNATURE;
    },
    refresh: async () => {
      asked.push("refresh");
    },
    ...change,
  };
  return { ports, asked, sent, simulated, mined };
}

function approvedBy({ data }: Call): bigint | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data });
    return functionName === "approve" ? args[1] : undefined;
  } catch {
    return undefined; // not a call of a token
  }
}

async function run(
  ports: RunPorts,
  method: ApprovalMethod = "signature",
  change: Partial<RunParameters> = {},
) {
  const events: RunEvent[] = [];
  const plan = planOf(open, { snapshot: fixture(), limits: LIMITS });
  const result = runPlan({
    plan,
    owner: OWNER,
    chainId: 31_337,
    chainName: "Local chain",
    method,
    deadline: LIMITS.deadline,
    ports,
    emit: (event) => events.push(event),
    attendance: { stopped: new AbortController().signal },
    ...change,
  });
  return { plan, events, outcome: await result.then(() => undefined).catch((error: unknown) => error) };
}

const title = (error: unknown) => (error instanceof RunStop ? error.problem.title : String(error));

describe("running a plan", () => {
  test("by signature: one signature, one transaction, then the page is brought to the block", async () => {
    const { ports, asked, sent } = stand();
    const { plan, outcome, events } = await run(ports);
    expect(outcome).toBeUndefined();
    expect(asked).toEqual(["sign", "simulate", "send", "refresh"]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.data).not.toBe(plan.calls[0]?.data);
    expect(events.at(-1)).toMatchObject({ type: "done", step: "update" });
  });

  test("by transaction: approves exactly what is pulled, then sends the reviewed call unchanged", async () => {
    const { ports, sent } = stand();
    const { plan, outcome } = await run(ports, "transaction");
    expect(outcome).toBeUndefined();
    expect(sent).toHaveLength(2);
    const [approve, order] = sent;
    const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data: approve?.data ?? "0x" });
    expect([functionName, args[0], args[1]]).toEqual(["approve", plan.approvals[0]?.spender, 1_000n * USDC]);
    expect(order?.data).toBe(plan.calls[0]?.data);
  });

  test("gas is the estimate and three tenths", async () => {
    const { ports, sent } = stand();
    await run(ports);
    expect(sent[0]?.gas).toBe(130_000n);
  });

  test("what is sent is what was simulated", async () => {
    const { ports, sent, simulated } = stand();
    await run(ports);
    expect(simulated).toHaveLength(1);
    expect(sent[0]).toMatchObject({ ...simulated[0] });
  });

  test("fails closed: nothing is sent when the simulation fails", async () => {
    const failure = new Error("execution reverted");
    const { ports, sent } = stand({ simulate: () => Promise.reject(failure) });
    const { outcome } = await run(ports);
    expect(outcome).toBe(failure);
    expect(sent).toEqual([]);
  });

  test("an allowance that the person lowered in the wallet stops the run with both numbers", async () => {
    const { ports, sent } = stand({ allowance: async () => 400n * USDC });
    const { outcome } = await run(ports, "transaction");
    expect(title(outcome)).toBe(
      "The wallet allowed 400.00\u00a0USDC, this needs 1,000.00\u00a0USDC. Approve again.",
    );
    expect(sent).toHaveLength(1);
  });

  test("a token without permit leads to the approval transaction", async () => {
    const { ports, asked } = stand({ permitDomain: async () => undefined });
    const { outcome } = await run(ports);
    expect((outcome as RunStop).problem.unsignable).toBe(true);
    expect(asked).toEqual([]);
  });

  test("so does a wallet that cannot sign typed data", async () => {
    const unsupported = Object.assign(new Error("no such method"), { code: 4200 });
    const { ports } = stand({ sign: () => Promise.reject(unsupported) });
    const { outcome } = await run(ports);
    expect((outcome as RunStop).problem.unsignable).toBe(true);
  });

  test("a rejection is passed on as what it is", async () => {
    const rejection = new UserRejectedRequestError(new Error("User rejected the request."));
    const { ports, sent } = stand({ sign: () => Promise.reject(rejection) });
    const { outcome } = await run(ports);
    expect((await problemFrom(outcome)).kind).toBe("rejected");
    expect(sent).toEqual([]);
  });

  test.each([
    ["another account", { address: OTHER, chainId: 31_337 }, "The account in the wallet changed"],
    ["another network", { address: OWNER, chainId: 1 }, "The wallet is on another network"],
    ["no wallet", undefined, "The account in the wallet changed"],
  ] as const)("asks nothing of a wallet with %s", async (_, wallet, sentence) => {
    const { ports, asked } = stand({ wallet: () => wallet });
    const { outcome } = await run(ports);
    expect(title(outcome)).toContain(sentence);
    expect(asked).toEqual([]);
  });

  test("a wallet that changed while it was signing is not asked to send", async () => {
    let account: string = OWNER;
    const { ports, sent } = stand({
      wallet: () => ({ address: account as typeof OWNER, chainId: 31_337 }),
      sign: async () => {
        account = OTHER;
        return SIGNATURE;
      },
    });
    const { outcome } = await run(ports);
    expect(title(outcome)).toContain("The account in the wallet changed");
    expect(sent).toEqual([]);
  });

  test("a wallet other than the reviewed one is not asked, though it holds the same account", async () => {
    const wallet = () => ({ address: OWNER, chainId: 31_337, connector: "b" });
    const { ports, asked } = stand({ wallet });
    const { outcome } = await run(ports, "signature", { connector: "a" });
    expect(title(outcome)).toContain("Another wallet is connected");
    expect(asked).toEqual([]);
  });

  test("once a person stopped waiting, a late signature leads to nothing", async () => {
    const halt = new AbortController();
    let answer: (signature: Hex) => void = () => {};
    const signing = new Promise<Hex>((resolve) => {
      answer = resolve;
    });
    const { ports, sent } = stand({ sign: () => signing });
    const { outcome } = await run(ports, "signature", {
      attendance: { stopped: halt.signal },
      emit: ({ type }) => type === "wallet" && queueMicrotask(() => halt.abort()),
    });
    expect(title(outcome)).toContain("Stopped waiting");
    answer(SIGNATURE);
    await signing;
    expect(sent).toEqual([]);
  });

  test("the end of the wait does not need the wallet, and what it still sends is followed", async () => {
    const halt = new AbortController();
    let answer: (hash: Hex) => void = () => {};
    const sending = new Promise<Hex>((resolve) => {
      answer = resolve;
    });
    const late: [string, Hex][] = [];
    const { ports } = stand({ allowance: async () => 1_000n * USDC, send: () => sending });
    const { outcome } = await run(ports, "transaction", {
      attendance: { stopped: halt.signal },
      emit: ({ type }) => type === "wallet" && queueMicrotask(() => halt.abort()),
      late: (step, hash) => late.push([step, hash]),
    });
    expect(title(outcome)).toContain("Stopped waiting");
    expect(late).toEqual([]);
    answer("0x0f");
    await sending;
    expect(late).toEqual([["send", "0x0f"]]);
  });

  test("a signature that never comes ends after three minutes, with the other way", async () => {
    vi.useFakeTimers();
    const { ports } = stand({ sign: () => new Promise(() => {}) });
    const running = run(ports);
    await vi.advanceTimersByTimeAsync(179_000);
    const ended = vi.fn();
    void running.then(ended);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    const { outcome } = await running;
    expect((outcome as RunStop).problem.unsignable).toBe(true);
    vi.useRealTimers();
  });

  test("what the wallet sent without saying so is found when its person asks", async () => {
    let found: Hex | undefined;
    const looks: (() => Promise<boolean>)[] = [];
    const { ports, asked } = stand({
      allowance: async () => 1_000n * USDC,
      send: () => new Promise(() => {}),
      sentSince: async () => async () => found,
    });
    const running = run(ports, "transaction", {
      attendance: {
        stopped: new AbortController().signal,
        onLook: (look) => {
          looks.push(look);
          return () => looks.splice(0);
        },
      },
    });
    await vi.waitFor(() => expect(looks).toHaveLength(1));
    expect(await looks[0]?.()).toBe(false);
    found = "0x0c";
    expect(await looks[0]?.()).toBe(true);
    expect((await running).outcome).toBeUndefined();
    expect(asked.at(-1)).toBe("refresh");
    expect(looks).toEqual([]);
  });

  test("a cancellation from the wallet is no error, another transaction in its place is one", async () => {
    const { mined } = stand();
    const cancelled = stand({ waitFor: async (hash) => ({ ...mined(hash), replaced: "cancelled" }) });
    expect((await problemFrom((await run(cancelled.ports)).outcome)).kind).toBe("rejected");
    const other = stand({ waitFor: async (hash) => ({ ...mined(hash), replaced: "other" }) });
    expect((await problemFrom((await run(other.ports)).outcome)).kind).toBe("failed");
  });

  test("a mined and refused transaction names its call, so that the reason can be found", async () => {
    const { mined } = stand();
    const { ports } = stand({ waitFor: async (hash) => ({ ...mined(hash), status: "reverted" }) });
    const { outcome } = await run(ports);
    expect(outcome).toBeInstanceOf(Reverted);
    expect((outcome as Reverted).mined.blockNumber).toBe(101n);
  });

  test("steps follow from the plan and the method", () => {
    const needed = planOf(open, { snapshot: fixture(), limits: LIMITS });
    const given = planOf(open, { snapshot: fixture({ allowance: 1_000n * USDC }), limits: LIMITS });
    expect(stepsOf(needed, "signature")).toEqual(["permit", "send", "update"]);
    expect(stepsOf(needed, "transaction")).toEqual(["approve", "send", "update"]);
    expect(stepsOf(given, "signature")).toEqual(["send", "update"]);
  });
});
