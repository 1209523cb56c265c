import { WAD } from "@gimbal/sdk";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useAlertLog } from "@/features/alerts/alert-log";
import { AlertWatcher } from "@/features/alerts/alert-watcher";
import { NotificationLine } from "@/features/alerts/notification-line";
import { scopeOf, useRules } from "@/features/alerts/rule-store";
import { OWNER, positionIn, withLong } from "./support/market";

const world = vi.hoisted(() => ({ positions: undefined as unknown }));
vi.mock("@/features/data/use-snapshot", () => ({ useAccountPositions: () => world.positions }));
vi.mock("@/features/data/runtime-context", () => ({ useRuntime: () => ({ chainId: 31_337 }) }));
vi.mock("@/features/wallet/use-owner", () => ({ useOwner: () => ({ owner: OWNER, watching: false }) }));
vi.mock("@/components/ui/toast", () => ({ notify: vi.fn() }));

const at = (usd: bigint, status: "ok" | "stale" = "ok") => ({
  status,
  data: [positionIn(withLong({ price: usd * WAD }), "long")],
});
const shown: { title: string; body: string; tag: string }[] = [];

/** The browser's notifications, allowed or not. */
function notifications(permission: NotificationPermission, refuses = false) {
  class Shown {
    static permission = permission;
    static requestPermission = vi.fn(async () => {
      Shown.permission = "granted";
      return Shown.permission;
    });
    constructor(title: string, { body, tag }: { body: string; tag: string }) {
      if (refuses) throw new TypeError("Illegal constructor");
      shown.push({ title, body, tag });
    }
  }
  vi.stubGlobal("Notification", Shown);
  return Shown;
}

beforeEach(() => {
  localStorage.clear();
  shown.length = 0;
  useAlertLog.getState().clear();
  useRules.getState().put(scopeOf(31_337, OWNER), [{ id: "r", kind: "auction", bound: "", account: "any" }]);
});
afterEach(() => vi.unstubAllGlobals());

describe("a rule that becomes true", () => {
  test("is a notification of the browser too, once while it stays true, and again after it was false", () => {
    notifications("granted");
    world.positions = at(3_000n);
    const { rerender } = render(<AlertWatcher />);
    const block = (usd: bigint) => {
      world.positions = at(usd);
      act(() => rerender(<AlertWatcher />));
    };
    expect(shown).toEqual([]);
    block(1_500n);
    expect(shown).toMatchObject([
      { title: "Gimbal", body: expect.stringContaining("anyone can start its auction") },
    ]);
    block(1_490n);
    expect(shown).toHaveLength(1);
    block(3_000n);
    block(1_500n);
    expect(shown).toHaveLength(2);
    // several tabs show one
    expect(shown[0]?.tag).toBe(shown[1]?.tag);
    expect(useAlertLog.getState().unread).toBe(2);
  });

  test.each([
    ["denied", false],
    ["default", false],
    ["granted", true],
  ] as const)("stays in the page where notifications are %s, or refused: %s", (permission, refuses) => {
    notifications(permission, refuses);
    world.positions = at(1_500n);
    render(<AlertWatcher />);
    expect(shown).toEqual([]);
    expect(useAlertLog.getState().alerts).toHaveLength(1);
  });

  test("rings on no old numbers", () => {
    notifications("granted");
    world.positions = at(1_500n, "stale");
    render(<AlertWatcher />);
    expect(useAlertLog.getState().alerts).toEqual([]);
  });
});

test("the browser is asked by a press alone", async () => {
  const { requestPermission } = notifications("default");
  const user = userEvent.setup();
  render(<NotificationLine />);
  expect(requestPermission).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Allow" }));
  expect(requestPermission).toHaveBeenCalledOnce();
  expect(screen.getByText("Browser notifications are on.")).toBeTruthy();
});
