// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type BlockWatcher, watchBlocks } from "@/features/data/block-watcher";
import type { Head, WatchEvent } from "@/features/data/watch-state";

let head: Head;
let failing: boolean;
let headReads: number;
let blockReads: number;
let events: WatchEvent["type"][];
let watcher: BlockWatcher;
let page: { hidden: boolean } & EventTarget;

function start(): void {
  watcher = watchBlocks({
    readHead: async () => {
      headReads++;
      if (failing) throw new Error("connection refused");
      return head;
    },
    readBlock: async () => {
      blockReads++;
    },
    dispatch: ({ type }) => events.push(type),
    intervalMs: 1_000,
    document: page as unknown as Document,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  head = { number: 1n, hash: "0x01", timestamp: 1n };
  failing = false;
  headReads = 0;
  blockReads = 0;
  events = [];
  page = Object.assign(new EventTarget(), { hidden: false });
  start();
});

afterEach(() => {
  watcher.stop();
  vi.useRealTimers();
});

const show = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
};

describe("block watcher", () => {
  test("reads everything once per block, and only the head in between", async () => {
    await vi.advanceTimersByTimeAsync(5_000);
    expect(headReads).toBe(6);
    expect(blockReads).toBe(1);
    head = { number: 2n, hash: "0x02", timestamp: 2n };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blockReads).toBe(2);
  });

  test("a block of the same height but another hash is another block", async () => {
    await vi.advanceTimersByTimeAsync(0);
    head = { number: 1n, hash: "0x1b", timestamp: 1n };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(blockReads).toBe(2);
  });

  test("asks nothing while the page is hidden, and at once when it returns", async () => {
    await vi.advanceTimersByTimeAsync(0);
    show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(headReads).toBe(1);
    show(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(headReads).toBe(2);
    expect(events).toEqual(["good", "resumed", "good"]);
  });

  test("a failed round is reported and the next one reads the block again", async () => {
    await vi.advanceTimersByTimeAsync(0);
    failing = true;
    head = { number: 2n, hash: "0x02", timestamp: 2n };
    await vi.advanceTimersByTimeAsync(2_000);
    expect(events).toEqual(["good", "failed", "failed"]);
    expect(blockReads).toBe(1);
    failing = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events.at(-1)).toBe("good");
    expect(blockReads).toBe(2);
  });

  test("refresh resolves when the page is at the new block", async () => {
    await vi.advanceTimersByTimeAsync(0);
    head = { number: 2n, hash: "0x02", timestamp: 2n };
    await watcher.refresh();
    expect(blockReads).toBe(2);
  });

  test("stops for good", async () => {
    await vi.advanceTimersByTimeAsync(0);
    watcher.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(headReads).toBe(1);
  });
});
