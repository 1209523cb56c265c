import { type LeverageBound, WAD } from "@gimbal/sdk";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { closedOf } from "@/features/risk/regime";
import { LeverageReason } from "@/features/ticket/leverage-reason";
import type { TicketState } from "@/features/ticket/use-ticket";
import { ETH, marketOfFixture, USDC } from "./support/market";
import { covered, percent } from "./support/risk";

const margin = {
  volatility: percent(5),
  penalty: percent(2),
  depth: percent(1.37),
  total: percent(8.37),
  buffer: (WAD * 5n) / 4n,
};

function reason(change: Partial<TicketState>) {
  const ticket = {
    market: marketOfFixture(),
    side: "long",
    base: 1,
    max: { leverage: 9n * WAD, borrow: 8_000n * USDC, boundBy: "volatility" },
    margin,
    position: undefined,
    sizeAtMax: 412n * ETH,
    closed: undefined,
    ...change,
  } as unknown as TicketState;
  return <LeverageReason id="reason" ticket={ticket} />;
}
const bound = (boundBy: LeverageBound) =>
  reason({ max: { leverage: 9n * WAD, borrow: 8_000n * USDC, boundBy } });
const text = () => document.getElementById("reason")?.textContent;

describe("what sets the maximum", () => {
  test.each<[LeverageBound, string]>([
    ["volatility", "Maximum set by volatility: margin 8.37 % × 1.25 opening buffer"],
    ["depth", "Maximum set by depth: at most 412.000 ETH, which needs margin 8.37 % × 1.25"],
    ["position", "Maximum set by depth: at most 412.000 ETH in one position"],
    ["cash", "Maximum set by cash: 8,000.00 USDC can be borrowed now"],
    ["cap", "Maximum set by debt cap: 8,000.00 USDC of new debt is allowed"],
    ["liquidity", "Maximum set by liquidity: at most 412.000 ETH, the pool cannot fill more"],
  ])("%s, with its number and an explanation one press away", async (boundBy, sentence) => {
    render(bound(boundBy));
    expect(text()?.replaceAll("\u00a0", " ")).toBe(sentence);
    await userEvent.click(screen.getByRole("button"));
    expect(screen.getByRole("dialog").textContent?.length).toBeGreaterThan(60);
  });

  test("closed openings come before all else, also while a price is missing", async () => {
    const risk = {
      openingsClosed: true,
      regime: "stress",
      coverage: { ...covered, ratio: percent(108) },
    } as const;
    render(reason({ closed: closedOf(risk), max: undefined }));
    expect(text()).toBe("Openings are closed: coverage 1.08, new leverage stops at 1.20");
    await userEvent.click(screen.getByRole("button", { name: "Openings are closed" }));
    expect(screen.getByRole("dialog").textContent).toContain("Closing, reducing and adding collateral work.");
  });

  test("an unknown maximum is called unknown", () => {
    render(reason({ max: undefined, margin: undefined }));
    expect(text()).toBe("The maximum is unknown while a price is missing");
  });
});
