import { describe, expect, test } from "vitest";
import {
  activeStep,
  idleRun,
  keptOf,
  type RunEvent,
  type RunState,
  reduceRun,
} from "@/features/transaction/run-state";

const play = (...events: readonly RunEvent[]): RunState => events.reduce(reduceRun, idleRun);
const begin = { type: "begin", steps: ["approve", "send", "update"], approval: undefined } as const;
const rejected = { kind: "rejected", title: "You cancelled", detail: "" } as const;
const statuses = ({ steps }: RunState) => steps.map(({ status }) => status);

describe("run state", () => {
  test("begins with every step waiting and no problem of an earlier run", () => {
    const run = play(begin, { type: "problem", problem: rejected }, begin);
    expect(run.status).toBe("running");
    expect(run.problem).toBeUndefined();
    expect(statuses(run)).toEqual(["waiting", "waiting", "waiting"]);
  });

  test("follows one step through check, wallet, block", () => {
    const sent = play(
      begin,
      { type: "checking", step: "approve" },
      { type: "wallet", step: "approve" },
      { type: "sent", step: "approve", hash: "0x01" },
    );
    expect(activeStep(sent)).toMatchObject({ name: "approve", status: "pending", hash: "0x01" });
    const replaced = reduceRun(sent, { type: "replaced", step: "approve", hash: "0x02" });
    expect(activeStep(replaced)).toMatchObject({ status: "replaced", hash: "0x02" });
    const done = reduceRun(replaced, { type: "done", step: "approve", block: 7n });
    expect(done.steps[0]).toMatchObject({ status: "done", block: 7n });
    expect(activeStep(done)).toBeUndefined();
  });

  test("a rejection marks the step under way, keeps what was done, and lets a person try again", () => {
    const run = play(
      begin,
      { type: "done", step: "approve", block: 7n },
      { type: "wallet", step: "send" },
      { type: "problem", problem: rejected },
    );
    expect(run.status).toBe("idle");
    expect(statuses(run)).toEqual(["done", "rejected", "waiting"]);
    expect(keptOf(run)).toBe("approve");
  });

  test("a failure is no rejection", () => {
    const failed = { kind: "failed", title: "Price moved", detail: "" } as const;
    const run = play(begin, { type: "checking", step: "approve" }, { type: "problem", problem: failed });
    expect(statuses(run)).toEqual(["failed", "waiting", "waiting"]);
    expect(keptOf(run)).toBeUndefined();
  });
});
