import { beforeEach, describe, expect, test } from "vitest";
import { lookAgain, onLookAgain } from "@/features/transaction/look-again";
import { withTabLock } from "@/features/transaction/tab-lock";
import {
  emitRun,
  runOfReview,
  stopRun,
  tryBegin,
  useTransactions,
} from "@/features/transaction/transaction-store";

const begin = (review = "a") => tryBegin(review, ["permit", "send", "update"], undefined) as AbortSignal;
const run = () => runOfReview(useTransactions.getState(), "a");

beforeEach(() => {
  stopRun();
  useTransactions.setState({ runOf: undefined });
});

describe("the one run of a tab", () => {
  test("a second one does not begin beside it, of the same review or another", () => {
    expect(begin()).toBeDefined();
    expect(tryBegin("a", ["send"], undefined)).toBeUndefined();
    expect(tryBegin("b", ["send"], undefined)).toBeUndefined();
  });

  test("stopping it ends its wait, says what may still happen, and lets another begin", () => {
    const first = begin();
    emitRun(first, { type: "wallet", step: "permit" });
    stopRun();
    expect(first.aborted).toBe(true);
    expect(run()).toMatchObject({ status: "idle", steps: [] });
    expect(run().problem?.title).toContain("If you still confirm in the wallet");
    expect(begin()).toBeDefined();
  });

  test("what a stopped run still says changes nothing of the next", () => {
    const first = begin();
    stopRun();
    begin();
    emitRun(first, { type: "sent", step: "send", hash: "0x01" });
    emitRun(first, { type: "problem", problem: { kind: "failed", title: "old", detail: "" } });
    expect(run().problem).toBeUndefined();
    expect(run().steps.map(({ status }) => status)).toEqual(["waiting", "waiting", "waiting"]);
  });
});

describe("the lock of a tab", () => {
  /** As browsers have it: given back a moment after the task, refused while it is held. */
  function locks() {
    let held = false;
    return {
      request: async (_: string, __: unknown, act: (lock: object | null) => Promise<boolean>) => {
        if (held) return act(null);
        held = true;
        const result = await act({});
        await new Promise((resolve) => setTimeout(resolve, 1));
        held = false;
        return result;
      },
    };
  }

  test("is free again for the run after a stopped one", async () => {
    Object.defineProperty(navigator, "locks", { value: locks(), configurable: true });
    const order: string[] = [];
    const first = withTabLock("x", async () => void order.push("first"));
    const second = withTabLock("x", async () => void order.push("second"));
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(order).toEqual(["first", "second"]);
  });

  test("keeps out while another tab holds it", async () => {
    const held = { request: async (_: string, __: unknown, act: (lock: null) => unknown) => act(null) };
    Object.defineProperty(navigator, "locks", { value: held, configurable: true });
    let ran = false;
    expect(
      await withTabLock("x", async () => {
        ran = true;
      }),
    ).toBe(false);
    expect(ran).toBe(false);
  });
});

test("a look at the chain says whether anything was found; silence is no", async () => {
  expect(await lookAgain()).toBe(false);
  const forget = [onLookAgain(() => Promise.reject(new Error("silent"))), onLookAgain(async () => true)];
  expect(await lookAgain()).toBe(true);
  for (const drop of forget) drop();
  expect(await lookAgain()).toBe(false);
});
