import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { RuntimeProvider } from "@/features/data/runtime-context";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import * as reader from "@/features/portfolio/result/read-worth";
import { blocksOf, eventBlocks } from "@/features/portfolio/result/worth";
import { WorthPanel } from "@/features/portfolio/result/worth-panel";
import { ownerHistory, trade, tradeHistory } from "./support/history";
import { withLong } from "./support/market";
import { vaultEvent } from "./support/vaults";

vi.mock("wagmi", async (original) => ({ ...(await original<object>()), useClient: () => ({}) }));

const at = (...blocks: readonly bigint[]) =>
  ownerHistory({
    histories: [tradeHistory(blocks.map((blockNumber) => trade({ blockNumber })))],
    loans: [],
    vaults: [],
  });

describe("the blocks that are looked at", () => {
  test("begin with the first event, end with the newest block, and never are too many", () => {
    const block = fc.bigInt(1n, 10n ** 8n);
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 200 }),
        fc.bigInt(0n, 10n ** 8n),
        (events, more) => {
          const newest = ([...events].sort((a, b) => (a < b ? 1 : -1))[0] ?? 0n) + more;
          const blocks = blocksOf(at(...events), newest);
          expect(blocks.length).toBeLessThanOrEqual(145);
          expect(blocks[0]).toBe(eventBlocks(at(...events))[0]);
          expect(blocks.at(-1)).toBe(newest);
          for (let i = 1; i < blocks.length; i += 1)
            expect(blocks[i] ?? 0n).toBeGreaterThan(blocks[i - 1] ?? 0n);
        },
      ),
    );
  });

  test("have a look before and after an event, so that it is a step", () => {
    const blocks = blocksOf(at(100n, 150_001n), 1_000_000n);
    expect(blocks).toContain(150_000n);
    expect(blocks).toContain(150_001n);
    expect(blocks).not.toContain(99n);
  });

  test("are none where nothing happened, and count vault tokens", () => {
    expect(blocksOf(at(), 100n)).toEqual([]);
    const tokens = ownerHistory({ histories: [], loans: [], vaults: [vaultEvent()] });
    expect(eventBlocks(tokens)).toEqual([25n]);
  });
});

describe("the panel", () => {
  const view = portfolioViewOf(withLong());
  const runtime = {
    version: "test",
    rpcUrls: ["http://127.0.0.1:1"] as const,
    controlUrl: undefined,
    indexerUrl: undefined,
    chainId: 31_337,
    deployment: view.snapshot.deployment,
  };
  const show = () =>
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RuntimeProvider value={runtime}>
          <WorthPanel view={view} history={ownerHistory()} />
        </RuntimeProvider>
      </QueryClientProvider>,
    );

  test("reads nothing until somebody asks, and then ends with the figure of now", async () => {
    const user = userEvent.setup();
    const read = vi
      .spyOn(reader, "readWorth")
      .mockResolvedValue([{ block: 10n, time: 1_799_000_000, worth: undefined }]);
    show();
    expect(read).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Show net worth over time" }));
    await user.click(await screen.findByRole("button", { name: "Show as table" }));
    const cells = [...document.querySelectorAll('[data-slot="worth-table"] td')].map(
      (cell) => cell.textContent,
    );
    // 3 ETH at 3,000, and 6,000 owed; a price that was down is no 0
    expect(cells).toEqual(["$3,000.00", "—"]);
  });

  test("a node without old states is no worth of 0", async () => {
    vi.spyOn(reader, "readWorth").mockRejectedValue(new Error("missing trie node"));
    show();
    fireEvent.click(screen.getByText("Show net worth over time"));
    expect(await screen.findByText("Past net worth is not known", {}, { timeout: 4_000 })).toBeTruthy();
  });
});
