// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type BlockWatcher, untilNext, watchBlocks } from "@/features/data/block-watcher";
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

  test("after a receipt it waits for a node that lacks its block, and not forever", async () => {
    await vi.advanceTimersByTimeAsync(0);
    let there = false;
    void watcher.refresh(3n).then(() => {
      there = true;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(there).toBe(false);
    head = { number: 3n, hash: "0x03", timestamp: 3n };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(there).toBe(true);
    there = false;
    void watcher.refresh(9n).then(() => {
      there = true;
    });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(there).toBe(true);
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

describe("where blocks come at a steady pace", () => {
  const at = (number: bigint, timestamp = number * 12n): Head => ({ number, hash: `0x${number}`, timestamp });
  const until = (before: Head | undefined, next: Head, now: number) =>
    untilNext(before, next, { now, intervalMs: 4_000 });

  test("the next look is when the next block is due, and never later than one block or twelve seconds", () => {
    // seen 2 s after its time: the next is due, and has arrived, in 11.5 s
    expect(until(at(10n), at(11n), 134_000)).toBe(11_500);
    // a clock that is late or early
    expect(until(at(10n), at(11n), 90_000)).toBe(12_000);
    expect(until(at(10n), at(11n), 900_000)).toBe(4_000);
    // faster than a look, slower than is bearable
    expect(until(at(10n, 20n), at(14n, 28n), 28_000)).toBe(4_000);
    expect(until(at(10n, 0n), at(11n, 60n), 60_000)).toBe(12_000);
    // nothing to learn from
    expect(until(undefined, at(11n), 0)).toBe(4_000);
    expect(until(at(12n), at(11n), 0)).toBe(4_000);
  });

  test("one look and one reading per block are enough", async () => {
    watcher.stop();
    vi.setSystemTime(12_000_000 + 3_000);
    const chain = () => at(BigInt(Math.floor((Date.now() - 1_000) / 12_000)));
    headReads = 0;
    blockReads = 0;
    const steady = watchBlocks({
      readHead: async () => {
        headReads++;
        return chain();
      },
      readBlock: async () => {
        blockReads++;
      },
      dispatch: () => {},
      intervalMs: 4_000,
      isSteady: true,
      document: page as unknown as Document,
    });
    await vi.advanceTimersByTimeAsync(30_000);
    const [looks, reads] = [headReads, blockReads];
    await vi.advanceTimersByTimeAsync(240_000);
    steady.stop();
    expect(blockReads - reads).toBe(20);
    expect(headReads - looks).toBe(20);
  });
});
