import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { RuntimeProvider } from "@/features/data/runtime-context";
import * as file from "@/features/portfolio/csv/download";
import { HistoryPanel } from "@/features/portfolio/history/history-panel";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { ResultPanel } from "@/features/portfolio/result/result-panel";
import { resultsOf } from "@/features/portfolio/result/results";
import { StressPanel } from "@/features/portfolio/stress/stress-panel";
import { ownerHistory } from "./support/history";
import { ETH, fixture, holding, USDC, withLong } from "./support/market";

const both = fixture({
  accounts: [
    holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n]),
    holding("short", [9_000n * USDC, 0n], [0n, 2n * ETH]),
  ],
});
const view = portfolioViewOf(both);

function total(name: string): string | null | undefined {
  return document
    .querySelector(`[data-slot="stress-totals"] [data-name="${name}"]`)
    ?.getAttribute("data-value");
}

describe("the stress test", () => {
  test("starts from what is there", () => {
    render(<StressPanel view={view} isStale={false} />);
    expect(total("netWorth")).toBe(view.portfolio.netWorth?.toString());
    expect(total("change")).toBe("0");
    expect(screen.getAllByRole("slider").map((slider) => slider.getAttribute("aria-label"))).toEqual([
      "ETH price",
      "USDC price",
      "Volatility",
    ]);
  });

  test("a number that is typed moves every number, and reset takes it back", async () => {
    const user = userEvent.setup();
    render(<StressPanel view={view} isStale={false} />);
    const field = screen.getByLabelText("ETH, percent");
    await user.click(field);
    await user.keyboard("-20{Enter}");
    expect(total("change")).toBe((-600n * 10n ** 18n).toString());
    expect(screen.getByRole("slider", { name: "ETH price" }).getAttribute("aria-valuetext")).toMatch(/−20/);
    await user.click(screen.getByRole("button", { name: "Reset" }));
    expect(total("change")).toBe("0");
  });

  test("what is no number leaves the scenario as it was", async () => {
    const user = userEvent.setup();
    render(<StressPanel view={view} isStale={false} />);
    const field = screen.getByLabelText("ETH, percent") as HTMLInputElement;
    await user.click(field);
    await user.keyboard("abc{Enter}");
    expect(total("change")).toBe("0");
    expect(field.value).toMatch(/^0/);
  });

  test("a preset tips the gauges and says what would help", async () => {
    const user = userEvent.setup();
    render(<StressPanel view={view} isStale={false} />);
    await user.click(screen.getByRole("radio", { name: "12 Mar 2020" }));
    const zones = [...document.querySelectorAll('[data-slot="stressed-account"]')].map((row) =>
      row.getAttribute("data-zone"),
    );
    expect(zones).toEqual(["auction", "safe"]);
    expect(screen.getByText(/^Needs .* to reach 1\.05$/)).toBeTruthy();
  });
});

describe("the history", () => {
  const runtime = {
    rpcUrls: ["http://127.0.0.1:1"] as const,
    version: "test",
    controlUrl: undefined,
    indexerUrl: undefined,
    chainId: 31_337,
    deployment: both.deployment,
  };
  const show = () =>
    render(
      <RuntimeProvider value={runtime}>
        <HistoryPanel snapshot={withLong()} history={{ status: "ok", data: ownerHistory() }} />
      </RuntimeProvider>,
    );
  const rows = () =>
    [...document.querySelectorAll("[data-entry]")].map((row) => row.getAttribute("data-entry"));
  afterEach(() => vi.restoreAllMocks());

  test("shows everything, then what is asked for, and says how much that is", async () => {
    const user = userEvent.setup();
    show();
    expect(rows()).toEqual(["decrease", "supply", "collateral", "open"]);
    expect(screen.getByText("4 entries")).toBeTruthy();
    await user.selectOptions(screen.getByLabelText("What"), "trade");
    expect(rows()).toEqual(["decrease", "open"]);
    expect(screen.getByText("2 of 4 entries")).toBeTruthy();
    await user.selectOptions(screen.getByLabelText("Time"), "day");
    expect(rows()).toEqual(["decrease"]);
    await user.selectOptions(screen.getByLabelText("What"), "liquidation");
    expect(rows()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Clear filters" }));
    expect(rows()).toHaveLength(4);
  });

  test("hands the rows on screen to the file", async () => {
    const user = userEvent.setup();
    const write = vi.spyOn(file, "download").mockImplementation(() => {});
    show();
    await user.selectOptions(screen.getByLabelText("What"), "loan");
    await user.click(screen.getByRole("button", { name: "Download 1 row as CSV" }));
    const [name, text] = write.mock.calls[0] ?? [];
    expect(name).toMatch(/\.csv$/);
    expect(text?.trimEnd().split("\r\n")).toHaveLength(2);
    expect(text).toContain(",supply,");
  });

  test("says that it did not load, and offers another try", async () => {
    const retry = vi.fn();
    const user = userEvent.setup();
    render(
      <RuntimeProvider value={runtime}>
        <HistoryPanel snapshot={withLong()} history={{ status: "error", error: new Error("x"), retry }} />
      </RuntimeProvider>,
    );
    await user.click(within(screen.getByRole("alert")).getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe("the result", () => {
  test("shows costs as costs, and the sum", () => {
    const snapshot = { ...withLong(), lender: [{ market: 1, asset: 0, shares: 1n, assets: 1_012n * USDC }] };
    const results = resultsOf(portfolioViewOf(snapshot), ownerHistory());
    render(<ResultPanel results={results} history={{ status: "ok", data: ownerHistory() }} />);
    const all = document.querySelector('[data-result="all"]') as HTMLElement;
    expect(all.querySelector('[data-name="net"]')?.getAttribute("data-value")).toBe(
      (-488n * 10n ** 18n).toString(),
    );
    expect(BigInt(all.querySelector('[data-name="fees"]')?.getAttribute("data-value") ?? "1")).toBeLessThan(
      0n,
    );
  });

  test("an unread history is not a result of 0", () => {
    render(
      <ResultPanel
        results={undefined}
        history={{ status: "error", error: new Error("x"), retry: () => {} }}
      />,
    );
    expect(screen.getByText(/is not known/)).toBeTruthy();
    expect(document.querySelector("[data-result]")).toBeNull();
  });
});
