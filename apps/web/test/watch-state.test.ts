// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  initialWatch,
  reduceWatch,
  type StatusLimits,
  statusOf,
  type WatchEvent,
} from "@/features/data/watch-state";

const limits: StatusLimits = { silenceMs: 10_000, failures: 2, stalledAfter: undefined };
const head = { number: 7n, hash: "0x07", timestamp: 1_000n };
const start = 1_000_000;
const error = new Error("connection refused");

const replay = (...events: readonly WatchEvent[]) => events.reduce(reduceWatch, initialWatch);
const good = (at: number): WatchEvent => ({ type: "good", head, at });
const failed = (at: number): WatchEvent => ({ type: "failed", error, at });

describe("freshness", () => {
  test("before the first answer it is loading, not zero", () => {
    expect(statusOf(initialWatch, start, limits)).toEqual({ status: "loading" });
  });

  test("a chain that never answered is an error with its attempts", () => {
    const state = replay(failed(start), failed(start + 1_000));
    expect(statusOf(state, start + 1_000, limits)).toEqual({ status: "error", error, attempt: 2 });
  });

  test("an answer makes it fresh", () => {
    expect(statusOf(replay(good(start)), start + 9_000, limits)).toEqual({
      status: "ok",
      block: 7n,
      timestamp: 1_000n,
    });
  });

  test("one failed round is no outage, two are", () => {
    const once = replay(good(start), failed(start + 1_000));
    expect(statusOf(once, start + 1_000, limits).status).toBe("ok");
    const twice = reduceWatch(once, failed(start + 2_000));
    expect(statusOf(twice, start + 2_500, limits)).toEqual({
      status: "stale",
      reason: "connection",
      block: 7n,
      timestamp: 1_000n,
      age: 2,
      since: start / 1_000,
      attempt: 2,
    });
  });

  test("silence alone makes it stale", () => {
    expect(statusOf(replay(good(start)), start + 10_001, limits).status).toBe("stale");
  });

  test("it recovers with the next answer", () => {
    const state = replay(good(start), failed(start + 1_000), failed(start + 2_000), good(start + 3_000));
    expect(statusOf(state, start + 3_000, limits).status).toBe("ok");
  });

  test("a page that comes back is given the time of one round", () => {
    const state = replay(good(start), { type: "resumed", at: start + 600_000 });
    expect(statusOf(state, start + 600_500, limits).status).toBe("ok");
    expect(statusOf(state, start + 611_000, limits).status).toBe("stale");
  });

  test("where blocks are regular, an old head is stalled although the chain answers", () => {
    const now = Number(head.timestamp) * 1_000;
    const remote = { ...limits, stalledAfter: 60 };
    const state = replay(good(now + 61_000));
    expect(statusOf(state, now + 61_000, remote)).toMatchObject({
      status: "stale",
      reason: "stalled",
      age: 61,
    });
    expect(statusOf(replay(good(now + 60_000)), now + 60_000, remote).status).toBe("ok");
  });

  test("an unchanged head keeps its identity", () => {
    const first = replay(good(start));
    const second = reduceWatch(first, { type: "good", head: { ...head }, at: start + 1_000 });
    expect(second.head).toBe(first.head);
  });
});
