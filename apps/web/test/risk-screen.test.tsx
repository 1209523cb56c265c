import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Loadable } from "@/features/data/loadable";
import { RegimeChip } from "@/features/risk/regime-chip";
import { RiskScreen } from "@/features/risk/risk-screen";
import { fixture } from "./support/market";
import { covered, ethMarket, percent, report } from "./support/risk";

const reads = vi.hoisted(() => ({ risk: undefined as unknown, snapshot: undefined as unknown }));
vi.mock("@/features/risk/use-risk", async (original) => ({
  ...(await original<object>()),
  useRisk: () => reads.risk,
  useMarketRisk: () => {
    const { data } = reads.risk as { data?: ReturnType<typeof report> };
    return data?.markets[0];
  },
}));
vi.mock("@/features/data/use-snapshot", () => ({ useSnapshot: () => reads.snapshot }));
vi.mock("@/features/risk/use-forecast-history", () => ({
  useForecastHistory: () => ({ status: "loading" }),
}));

const given = (risk: Loadable<unknown>, snapshot: Loadable<unknown> = { status: "ok", data: fixture() }) => {
  reads.risk = risk;
  reads.snapshot = snapshot;
};
const failed = (retry = () => {}) => ({ status: "error", error: new Error("x"), retry }) as const;
const page = () => document.querySelector('[data-slot="risk"]');

beforeEach(() => given({ status: "ok", data: report() }));

describe("the risk page", () => {
  test("shows its room while it loads", () => {
    given({ status: "loading" });
    render(<RiskScreen requested={undefined} />);
    expect(page()?.getAttribute("data-status")).toBe("loading");
    expect(screen.getByText("Loading the risk report")).toBeTruthy();
    expect(screen.queryByRole("list", { name: "Regime" })).toBeNull();
  });

  test("offers another try when the report fails, and when the market does", async () => {
    const retry = vi.fn();
    given(failed(retry));
    const { rerender } = render(<RiskScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    given({ status: "ok", data: report() }, failed(retry));
    rerender(<RiskScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledTimes(2);
  });

  test("a report that stays behind says so; one that is old with all else leaves it to the page", () => {
    given({ status: "stale", data: report(), age: 75 });
    const { rerender } = render(<RiskScreen requested={undefined} />);
    expect(screen.getByText(/^These figures are 1\smin behind the rest/)).toBeTruthy();
    given({ status: "stale", data: report(), age: 75 }, { status: "stale", data: fixture(), age: 75 });
    rerender(<RiskScreen requested={undefined} />);
    expect(screen.queryByText(/behind the rest/)).toBeNull();
    expect(page()?.getAttribute("data-status")).toBe("stale");
  });

  test("without a market it says so", () => {
    given({ status: "ok", data: { ...report(), markets: [] } });
    render(<RiskScreen requested="eth-usdc" />);
    expect(screen.getByText("No markets")).toBeTruthy();
  });

  test("an address that names no market shows the first one", () => {
    render(<RiskScreen requested="doge-usdc" />);
    expect(screen.getByRole("radio", { name: "ETH/USDC" }).getAttribute("aria-checked")).toBe("true");
  });

  test("says why openings are closed and what still works", () => {
    const coverage = { ...covered, ratio: percent(108) };
    given({ status: "ok", data: report({ openingsClosed: true, coverage, reasons: ["depth"] }) });
    render(<RiskScreen requested={undefined} />);
    const banner = screen.getByRole("status");
    expect(banner.textContent).toContain("Openings are closed: coverage 1.08, new leverage stops at 1.20.");
    expect(banner.textContent).toContain("Closing, reducing and adding collateral work.");
    expect(screen.getByText("Elevated: Depth is far below the usual.")).toBeTruthy();
  });
});

describe("the regime in the market bar", () => {
  const chip = () => document.querySelector('[data-slot="regime-chip"]');

  test("is a quiet word while it is calm, a chip when it is not", () => {
    given({ status: "ok", data: report({ regime: "calm", reasons: [] }) });
    const { rerender } = render(<RegimeChip market={1} slug="eth-usdc" />);
    expect(chip()?.querySelector('[data-slot="chip"]')).toBeNull();
    given({ status: "ok", data: report({ regime: "halt" }) });
    rerender(<RegimeChip market={1} slug="eth-usdc" />);
    expect(chip()?.querySelector('[data-slot="chip"]')?.getAttribute("data-tone")).toBe("auction");
  });

  test("is not there while it is unknown", () => {
    given({ status: "loading" });
    render(<RegimeChip market={1} slug="eth-usdc" />);
    expect(chip()).toBeNull();
  });

  test("explains itself and leads to all measures", async () => {
    render(<RegimeChip market={1} slug="eth-usdc" />);
    await userEvent.click(screen.getByRole("button", { name: "Elevated" }));
    const link = within(screen.getByRole("dialog")).getByRole("link", { name: "See all measures" });
    expect(link.getAttribute("href")).toBe(`/risk?market=${ethMarket().slug}`);
  });
});
