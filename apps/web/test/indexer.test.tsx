import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { useChainStore } from "@/features/data/chain-store";
import { IndexerNote } from "@/features/indexer/indexer-note";
import { indexerStateOf, pauseAfter, TOLERATED_BLOCKS } from "@/features/indexer/indexer-state";
import { useOwnBlock } from "@/features/transaction/own-block-store";

const world = vi.hoisted(() => ({ url: "http://indexer.test" as string | undefined }));
vi.mock("@/features/data/runtime-context", () => ({
  useRuntime: () => ({ chainId: 31337, indexerUrl: world.url }),
}));

const indexed = { block: 100n, time: 1_000n };
const head = (number: bigint) => ({ number, timestamp: 1_000n + (number - 100n) * 12n });

describe("an index", () => {
  test("is behind by the blocks and the time it lacks, a moment of which is tolerated", () => {
    expect(indexerStateOf({ indexed, head: head(107n), own: undefined })).toEqual({
      status: "behind",
      blocks: 7n,
      seconds: 84n,
    });
    const edge = 100n + TOLERATED_BLOCKS;
    expect(indexerStateOf({ indexed, head: head(edge), own: undefined }).status).toBe("current");
    expect(indexerStateOf({ indexed, head: head(edge + 1n), own: undefined }).status).toBe("behind");
  });

  test("is indexing until it is at the block of an own transaction, however near", () => {
    expect(indexerStateOf({ indexed, head: head(101n), own: 101n })).toEqual({
      status: "indexing",
      block: 101n,
    });
    expect(indexerStateOf({ indexed, head: head(101n), own: 100n }).status).toBe("current");
  });

  test("that does not answer is down, and one ahead of the page is current", () => {
    expect(indexerStateOf({ indexed: undefined, head: head(100n), own: 101n })).toEqual({ status: "down" });
    expect(indexerStateOf({ indexed, head: head(90n), own: undefined })).toEqual({ status: "current" });
    expect(indexerStateOf({ indexed, head: undefined, own: undefined })).toEqual({ status: "current" });
  });

  test("is asked again the sooner the more it is waited for", () => {
    const pauses = [
      pauseAfter({ status: "indexing", block: 1n }),
      pauseAfter({ status: "behind", blocks: 9n, seconds: 9n }),
      pauseAfter({ status: "current" }),
    ];
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(pauses).size).toBe(3);
  });
});

describe("the note", () => {
  let block = 100n;
  const answer = vi.fn<typeof fetch>();

  beforeEach(() => {
    world.url = "http://indexer.test";
    block = 100n;
    answer.mockReset().mockImplementation(async () =>
      Response.json({
        indexed: { block: String(block), time: "1000", finalized: "0", event: null },
        data: { chainId: 31337, engine: "0xaa" },
      }),
    );
    vi.stubGlobal("fetch", answer);
    useOwnBlock.setState({ block: undefined });
    useChainStore.setState(({ watch }) => ({ watch: { ...watch, head: { ...head(100n), hash: "0x1" } } }));
  });

  function show() {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
    render(
      <QueryClientProvider client={client}>
        <IndexerNote />
      </QueryClientProvider>,
    );
    return screen.getByRole("status");
  }

  test("is empty while the index is current", async () => {
    const note = show();
    await waitFor(() => expect(note.dataset.status).toBe("current"));
    expect(note.textContent).toBe("");
  });

  test("is empty where there is no index, and nobody is asked", () => {
    world.url = undefined;
    expect(show().dataset.status).toBe("none");
    expect(answer).not.toHaveBeenCalled();
  });

  test("says how many blocks are missing, and a retry asks again", async () => {
    block = 88n;
    const note = show();
    await waitFor(() => expect(note.textContent).toContain("12 blocks behind"));
    block = 100n;
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await waitFor(() => expect(note.textContent).toBe(""));
  });

  test("says that the index is down, and that the chain is read instead", async () => {
    answer.mockRejectedValue(new TypeError("fetch failed"));
    const note = show();
    await waitFor(() => expect(note.dataset.status).toBe("down"));
    expect(note.textContent).toContain("read from the chain");
  });

  test("says indexing from an own transaction on, until the index is at its block", async () => {
    const note = show();
    await waitFor(() => expect(note.dataset.status).toBe("current"));
    act(() => useOwnBlock.getState().mined(103n));
    expect(note.textContent).toContain("Indexing");
    await waitFor(() => expect(answer).toHaveBeenCalledTimes(2));
    expect(note.dataset.status).toBe("indexing");
    block = 103n;
    await waitFor(() => expect(note.dataset.status).toBe("current"), { timeout: 4_000 });
  });

  test("waits for the newest of own transactions", () => {
    useOwnBlock.getState().mined(105n);
    useOwnBlock.getState().mined(104n);
    expect(useOwnBlock.getState().block).toBe(105n);
  });
});
