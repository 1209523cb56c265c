import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { CorrelationPanel } from "@/features/risk/correlation-panel";
import { CoveragePanel } from "@/features/risk/coverage-panel";
import { DepthPanel } from "@/features/risk/depth-panel";
import { MapPanel } from "@/features/risk/map-panel";
import { OraclePanel } from "@/features/risk/oracle-panel";
import { RegimeStrip } from "@/features/risk/regime-strip";
import { RiskKpis } from "@/features/risk/risk-kpis";
import { seriesOf } from "@/features/risk/series";
import { VolatilityPanel } from "@/features/risk/volatility-panel";
import { fixture } from "./support/market";
import { covered, ethMarket, ethRisk, NOW, percent, undisturbed, viewOf } from "./support/risk";

const raw = (name: string) =>
  document.querySelector(`[data-slot="value"][data-name="${name}"]`)?.getAttribute("data-value");
const loading = { status: "loading" } as const;

describe("figures", () => {
  test("of a measured market", () => {
    render(<RiskKpis view={viewOf()} series={loading} />);
    expect(raw("volatility")).toBe(percent(71).toString());
    expect(raw("coverage")).toBe(percent(161.25).toString());
    expect(screen.getByText("Debt reached by a 12 % gap")).toBeTruthy();
    expect(screen.getByText("realised —, 24 h")).toBeTruthy();
    expect(screen.getByText("usually $4.72 M")).toBeTruthy();
    expect(screen.getByText("long $5.50 M, short $2.00 M")).toBeTruthy();
  });

  test("each has an explanation one press away", async () => {
    render(<RiskKpis view={viewOf()} series={loading} />);
    await userEvent.click(screen.getByRole("button", { name: "Coverage" }));
    expect(screen.getByRole("dialog", { name: "About: Coverage" }).textContent).toContain("Below 1.20");
    expect(screen.getAllByRole("button", { hidden: true }).length).toBeGreaterThanOrEqual(6);
  });

  test("no debt is a word, never 0 and never infinity", () => {
    const { container } = render(
      <RiskKpis view={viewOf({ coverage: undisturbed, longs: [], shorts: [] })} series={loading} />,
    );
    for (const name of ["coverage", "reached", "exposure"]) expect(raw(name)).toBe("none");
    expect(screen.getByText("no debt to cover")).toBeTruthy();
    expect(container.textContent).not.toMatch(/\$0|∞|Infinity/);
  });

  test("several pairs, an unmeasured token and a missing price are unknown", () => {
    const view = viewOf({ coverage: null }, { depth: null, slowDepth: null }, fixture({ status: "down" }));
    render(<RiskKpis view={view} series={loading} />);
    for (const name of ["coverage", "reached", "exposure", "depth", "leverage"])
      expect(raw(name)).toBe("unknown");
    expect(screen.getByText("measured in no pool")).toBeTruthy();
  });

  test("closed openings leave no leverage", () => {
    render(<RiskKpis view={viewOf({ openingsClosed: true })} series={loading} />);
    expect(raw("leverage")).toBe(percent(100).toString());
    expect(screen.getByText("openings are closed")).toBeTruthy();
  });
});

describe("regime", () => {
  test("marks where the market stands and since when, and explains it", async () => {
    render(<RegimeStrip risk={ethMarket()} now={NOW} />);
    const steps = within(screen.getByRole("list", { name: "Regime" })).getAllByRole("listitem");
    expect(steps.map((step) => step.getAttribute("aria-current"))).toEqual([null, "true", null, null]);
    await userEvent.click(screen.getByRole("button", { name: "Elevated, 3\u00a0h 12\u00a0min" }));
    expect(screen.getByRole("dialog").textContent).toContain(
      "Short volatility is far above that of the week",
    );
  });

  test("one that never changed has no since", () => {
    render(<RegimeStrip risk={ethMarket({ regime: "calm", since: 0n, reasons: [] })} now={NOW} />);
    expect(screen.getByRole("button", { name: "Calm" })).toBeTruthy();
  });
});

describe("volatility", () => {
  const history = Array.from({ length: 30 }, (_, i) => ({
    time: NOW - BigInt(30 - i) * 3_600n,
    price: BigInt(3_000 + (i % 2)) * 10n ** 18n,
    volatility: percent(60),
    baseline: percent(58),
    learned: percent(60),
  }));
  const series = { status: "ok", data: seriesOf(history, ethRisk(), NOW) } as const;

  test("can be read as a table, newest first", async () => {
    render(<VolatilityPanel view={viewOf()} series={series} />);
    await userEvent.click(screen.getByRole("button", { name: "Show as table" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows).toHaveLength(32);
    expect(rows[1]?.textContent).toContain("71\u00a0%—");
  });

  test("says how the learned forecast does, and whether it counts", () => {
    const { rerender } = render(<VolatilityPanel view={viewOf()} series={series} />);
    const score = () => document.querySelector('[data-slot="score"]')?.textContent;
    expect(score()).toMatch(
      /learned forecast 0\.94 of the fixed one, lower is better\. The learned forecast is in use/,
    );
    rerender(<VolatilityPanel view={viewOf({}, { learnedCounts: false, scored: 0 })} series={series} />);
    expect(score()).toMatch(/^No forecast has been scored yet\. The learned forecast is not in use/);
  });

  test("a history that did not load offers another try, and the score stays", async () => {
    const retry = vi.fn();
    render(<VolatilityPanel view={viewOf()} series={{ status: "error", error: new Error("x"), retry }} />);
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledOnce();
    expect(document.querySelector('[data-slot="score"]')).not.toBeNull();
  });

  test("without a sample it says what will appear", () => {
    render(<VolatilityPanel view={viewOf()} series={{ status: "ok", data: [] }} />);
    expect(screen.getByText("No samples yet")).toBeTruthy();
  });
});

describe("map", () => {
  test("can be read as a table, with what a move to there reaches in all", async () => {
    render(<MapPanel view={viewOf()} />);
    await userEvent.click(screen.getByRole("button", { name: "Show as table" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows).toHaveLength(6);
    expect(rows[1]?.textContent).toBe("3,600.00–3,700.00Short+20.0\u00a0%$1.60\u00a0M$2.00\u00a0M");
    expect(rows[5]?.textContent).toBe("2,500.00–2,600.00Long−13.3\u00a0%$3.00\u00a0M$5.50\u00a0M");
  });

  test("stays readable while the price is down, without a distance", () => {
    render(<MapPanel view={viewOf({}, {}, fixture({ status: "down" }))} />);
    expect(within(screen.getByRole("table")).getAllByText("—")).toHaveLength(5);
  });

  test("without debt there is nothing to liquidate", () => {
    const { rerender } = render(<MapPanel view={viewOf({ longs: [], shorts: [] })} />);
    expect(screen.getByText("No debt to liquidate")).toBeTruthy();
    rerender(<MapPanel view={viewOf({ longs: [], shorts: [], coverage: null })} />);
    expect(screen.getByText("One map per pair")).toBeTruthy();
  });
});

describe("coverage", () => {
  const state = () => document.querySelector('[data-risk-panel="coverage"]')?.getAttribute("data-state");

  test("names its parts and what they are", async () => {
    render(<CoveragePanel view={viewOf()} />);
    expect(state()).toBe("enough");
    expect(raw("nettable")).toBe(covered.nettable.toString());
    await userEvent.click(screen.getByRole("button", { name: "Insurance" }));
    expect(screen.getByRole("dialog").textContent).toContain("penalties");
  });

  test("with no debt says so and draws no bound", () => {
    render(<CoveragePanel view={viewOf({ coverage: undisturbed })} />);
    expect(screen.getByText(/^No debt to cover/)).toBeTruthy();
    expect(screen.queryByText("1.20 no new leverage")).toBeNull();
  });

  test("of several pairs is not measured", () => {
    render(<CoveragePanel view={viewOf({ coverage: null })} />);
    expect(state()).toBe("unmeasured");
  });
});

test("oracles name the asset that is wrong and what follows", () => {
  const { rerender } = render(<OraclePanel snapshot={fixture()} />);
  expect(screen.getAllByText("Live")).toHaveLength(2);
  rerender(<OraclePanel snapshot={fixture({ status: "guarded" })} />);
  expect(screen.getByText(/^ETH: sources differ\. Collateral counts at the lower one/)).toBeTruthy();
  rerender(<OraclePanel snapshot={fixture({ status: "down" })} />);
  expect(screen.getByText(/^ETH: no usable price\. Closing/)).toBeTruthy();
});

test("correlation says in each cell which half it is", () => {
  const pair = { symbols: ["ETH", "BTC"], raw: percent(84), usable: percent(60), parts: true } as const;
  render(<CorrelationPanel pairs={[pair]} hedgeless />);
  expect(screen.getByText(/New positions of this market get no hedge credit/)).toBeTruthy();
  const cells = screen.getAllByRole("cell").map((cell) => cell.textContent);
  expect(cells).toContain("0.84, ETH and BTC, estimate, windows disagree");
  expect(cells).toContain("0.60, BTC and ETH, counts as hedge credit, windows disagree");
});

test("depth compares with the usual, and says where it is not measured", () => {
  const { rerender } = render(<DepthPanel view={viewOf()} />);
  expect(screen.getByText(/−11\.1\s% against the usual/)).toBeTruthy();
  expect(screen.getByRole("list", { name: /move the price of ETH/ }).textContent).toMatch(/^21\.0−5.%/);
  rerender(<DepthPanel view={viewOf({}, { depth: 0n })} />);
  expect(raw("depth-now")).toBe("unknown");
  rerender(
    <DepthPanel view={viewOf({}, { depth: null, slowDepth: null, depthObservedAt: null, ladder: null })} />,
  );
  expect(screen.getByText("ETH has no pool that is read.")).toBeTruthy();
});
