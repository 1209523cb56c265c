import { type Position, WAD } from "@gimbal/sdk";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { DangerNotices } from "@/features/positions/danger/danger-notices";
import { isEndangered } from "@/features/positions/danger/endangered";
import { rescueOf } from "@/features/positions/danger/rescue";
import { viewOf } from "@/features/positions/position-view";
import { planOf } from "@/features/transaction/plan-trade";
import { useTransactions } from "@/features/transaction/transaction-store";
import { softOf, zoneOf } from "@/lib/zones";
import { ETH, fixture, holding, LIMITS, OWNER, positionIn, USDC } from "./support/market";

const reads = vi.hoisted(() => ({ snapshot: undefined as unknown, watching: false }));
vi.mock("@/features/data/use-snapshot", () => ({
  useSnapshot: () => ({ status: "ok", data: reads.snapshot }),
}));
vi.mock("@/features/wallet/use-owner", () => ({
  useOwner: () => ({ owner: OWNER, watching: reads.watching }),
}));
vi.mock("@/features/data/runtime-context", () => ({ useDeployment: () => fixture().deployment }));

const TARGET = (WAD * 105n) / 100n;
const long = (owes: bigint, options: Parameters<typeof fixture>[0] = {}) =>
  fixture({ ...options, accounts: [holding("long", [0n, 3n * ETH], [owes * USDC, 0n])] });
const short = (owes: bigint) =>
  fixture({ accounts: [holding("short", [9_000n * USDC, 0n], [0n, (owes * ETH) / 100n])] });

const healthAfter = (
  snapshot: ReturnType<typeof fixture>,
  intent: ReturnType<typeof rescueOf>["addIntent"],
) => {
  if (intent === undefined) throw new TypeError("possible");
  const { preview } = planOf(intent, { snapshot, limits: LIMITS });
  return (preview as { after?: Position }).after?.health ?? 0n;
};

describe("the zones of a position", () => {
  test("are as wide as the forecast of what it holds", () => {
    expect(softOf(positionIn(long(8_000n), "long"))).toBe((WAD * 1_025n) / 1_000n);
    // a short holds dollars: one per cent, the least
    expect(softOf(positionIn(short(250n), "short"))).toBe((WAD * 101n) / 100n);
    const wild = long(7_000n, { margin: (WAD * 40n) / 100n });
    expect(softOf(positionIn(wild, "long"))).toBe((WAD * 110n) / 100n);
  });

  test("row and word agree, and only what is below the soft zone is a danger", () => {
    for (const [owes, zone] of [
      [8_000n, "safe"],
      [8_100n, "soft"],
      [8_700n, "auction"],
    ] as const) {
      const position = positionIn(long(owes), "long");
      expect(viewOf(position, undefined, undefined).zone).toBe(zone);
      expect(zoneOf(position.health, softOf(position))).toBe(zone);
      expect(isEndangered(position)).toBe(zone !== "safe");
    }
  });
});

describe("what brings a position back", () => {
  test.each([
    ["long in auction", long(8_700n), "long", "repay"],
    ["long in the soft zone", long(8_100n), "long", "repay"],
    ["short in auction", short(290n), "short", "addCollateral"],
  ] as const)("a %s: both ways reach the target", (_, snapshot, side, type) => {
    const rescue = rescueOf(positionIn(snapshot, side), snapshot);
    expect(rescue.addIntent?.type).toBe(type);
    expect(healthAfter(snapshot, rescue.addIntent)).toBeGreaterThanOrEqual(TARGET);
    expect(healthAfter(snapshot, rescue.reduceIntent)).toBeGreaterThanOrEqual(TARGET);
    expect((rescue.amount ?? 1n) % USDC, "whole dollars").toBe(0n);
  });

  test("never more than is owed, and nothing at all without a price", () => {
    const rescue = rescueOf(positionIn(long(8_700n), "long"), long(8_700n));
    expect(rescue.amount ?? 0n).toBeLessThanOrEqual(8_700n * USDC);
    const down = long(8_700n, { status: "down" });
    expect(rescueOf(positionIn(down, "long"), down)).toMatchObject({
      amount: undefined,
      addIntent: undefined,
      reduceIntent: undefined,
    });
  });

  test("what the wallet does not have is said", () => {
    const poor = long(8_700n, { balance: 1n });
    expect(rescueOf(positionIn(poor, "long"), poor).isAffordable).toBe(false);
  });
});

describe("the notice", () => {
  const given = (snapshot: ReturnType<typeof fixture>, onAdjust = vi.fn()) => {
    reads.snapshot = snapshot;
    render(<DangerNotices positions={[positionIn(snapshot, "long")]} onAdjust={onAdjust} />);
    return onAdjust;
  };
  beforeEach(() => {
    reads.watching = false;
    useTransactions.setState({ review: undefined });
  });

  test("says what stops the auction, and does it with one press", async () => {
    given(long(8_700n));
    expect(screen.getByRole("alert").textContent).toMatch(
      /ETH long is in auction\. Adding [\d,.]+\sUSDC brings health to 1\.05 and stops it/,
    );
    await userEvent.click(screen.getByRole("button", { name: /^Add [\d,.]+\sUSDC/ }));
    expect(useTransactions.getState().review?.intent.type).toBe("repay");
    await userEvent.click(screen.getByRole("button", { name: /^Reduce ETH long by/ }));
    expect(useTransactions.getState().review?.intent.type).toBe("reduce");
  });

  test("warns before it is too late", () => {
    given(long(8_100n));
    expect(screen.getByRole("status").textContent).toContain("ETH long is in the soft zone, health 1.01.");
  });

  test("leads to the form where the wallet is short", async () => {
    const onAdjust = given(long(8_700n, { balance: 1n }));
    await userEvent.click(screen.getByRole("button", { name: "Add collateral" }));
    expect(onAdjust).toHaveBeenCalledOnce();
    expect(useTransactions.getState().review).toBeUndefined();
  });

  test("somebody who watches reads it and presses nothing", () => {
    reads.watching = true;
    given(long(8_700n));
    expect(screen.getByRole("alert")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("a safe position has none", () => {
    given(long(6_000n));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("status")).toBeNull();
  });
});
