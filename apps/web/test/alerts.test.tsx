import { WAD } from "@gimbal/sdk";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { useAlertLog } from "@/features/alerts/alert-log";
import { AlertsDialog } from "@/features/alerts/alerts-dialog";
import { evaluate, step } from "@/features/alerts/evaluate";
import { scopeOf, useRules } from "@/features/alerts/rule-store";
import { isSameRule, parseBound, type Rule } from "@/features/alerts/rules";
import { sentenceOf } from "@/features/alerts/sentence";
import { accountOf, OWNER, positionIn, withLong, withShort } from "./support/market";

vi.mock("@/features/data/use-snapshot", () => ({
  useAccountPositions: () => ({ status: "ok", data: [positionIn(withLong(), "long")] }),
}));

const rule = (change: Partial<Rule> = {}): Rule => ({
  id: "r",
  kind: "health",
  bound: "1.10",
  account: "any",
  ...change,
});
const at = (usd: bigint) => [positionIn(withLong({ price: usd * WAD }), "long")];
const isTrue = (change: Partial<Rule>, positions = at(3_000n)) =>
  evaluate([rule(change)], positions).map((finding) => finding.isTrue);

describe("a rule", () => {
  test.each([
    ["health", "1.10", 11n * 10n ** 17n],
    ["health", "1,1", 11n * 10n ** 17n],
    ["liquidation", "5", 5n * 10n ** 16n],
    ["rate", ".5", 5n * 10n ** 15n],
  ] as const)("%s %j is read exactly", (kind, text, wad) => {
    expect(parseBound(kind, text)).toMatchObject({ type: "bound", wad });
  });

  test.each([
    ["health", "", "number"],
    ["health", "abc", "number"],
    ["health", "1e3", "number"],
    ["health", "-1", "number"],
    ["health", ".", "number"],
    ["health", "0.99", "range"],
    ["health", "11", "range"],
    ["liquidation", "0", "range"],
    ["rate", "1001", "range"],
  ] as const)("%s %j is refused", (kind, text, fault) => {
    expect(parseBound(kind, text)).toEqual({ type: "fault", fault });
  });

  test("is the same as another that says the same in other digits", () => {
    expect(isSameRule(rule(), rule({ id: "x", bound: "1.1" }))).toBe(true);
    expect(isSameRule(rule(), rule({ bound: "1.2" }))).toBe(false);
    expect(isSameRule(rule(), rule({ account: accountOf("long") }))).toBe(false);
  });
});

describe("checking a block", () => {
  test("health below, and not at, the bound", () => {
    const [position] = at(3_000n);
    const health = position?.health as bigint;
    const exact = `${health / WAD}.${(health % WAD).toString().padStart(18, "0").slice(0, 4)}`;
    expect(isTrue({ bound: exact })).toEqual([false]);
    expect(isTrue({ bound: "3" })).toEqual([true]);
    expect(isTrue({ bound: "1.01" })).toEqual([false]);
  });

  test("liquidation within a distance, on both sides", () => {
    expect(isTrue({ kind: "liquidation", bound: "90" })).toEqual([true]);
    expect(isTrue({ kind: "liquidation", bound: "1" })).toEqual([false]);
    expect(isTrue({ kind: "liquidation", bound: "90" }, [positionIn(withShort(), "short")])).toEqual([true]);
  });

  test("what can be liquidated is within any distance", () => {
    expect(isTrue({ kind: "liquidation", bound: "0.1" }, at(1_500n))).toEqual([true]);
  });

  test("the borrow rate above the bound", () => {
    expect(isTrue({ kind: "rate", bound: "0.1" })).toEqual([true]);
    expect(isTrue({ kind: "rate", bound: "900" })).toEqual([false]);
  });

  test("an auction can start when the engine says that it can be liquidated, and not before", () => {
    expect(isTrue({ kind: "auction", bound: "" })).toEqual([false]);
    expect(isTrue({ kind: "auction", bound: "" }, at(1_500n))).toEqual([true]);
    const [finding] = evaluate([rule({ kind: "auction", bound: "" })], at(1_500n));
    expect(finding && sentenceOf(finding)).toMatch(
      /^ETH long: health 0\.\d\d, anyone can start its auction$/,
    );
    expect(
      evaluate([rule({ kind: "auction", bound: "" })], [positionIn(withLong({ status: "down" }), "long")]),
    ).toEqual([]);
  });

  test("only the sub-account it is about", () => {
    expect(evaluate([rule({ account: accountOf("short"), bound: "3" })], at(3_000n))).toEqual([]);
    expect(evaluate([rule({ account: accountOf("long"), bound: "3" })], at(3_000n))).toHaveLength(1);
  });

  test("what is not known is neither true nor false", () => {
    const down = [positionIn(withLong({ status: "down" }), "long")];
    expect(evaluate([rule({ bound: "3" }), rule({ kind: "liquidation", bound: "90" })], down)).toEqual([]);
  });
});

describe("an alarm", () => {
  const high = evaluate([rule({ bound: "3" })], at(3_000n));
  const low = evaluate([rule({ bound: "1.01" })], at(3_000n));

  test("rings once until it was false in between", () => {
    const first = step(new Set(), high);
    expect(first.begun).toHaveLength(1);
    const second = step(first.ringing, high);
    expect(second.begun).toEqual([]);
    const silent = step(second.ringing, low);
    expect(silent.ringing.size).toBe(0);
    expect(step(silent.ringing, high).begun).toHaveLength(1);
  });

  test("keeps its state while nothing is known", () => {
    const { ringing } = step(new Set(), high);
    const blind = step(ringing, []);
    expect(blind.ringing.size).toBe(1);
    expect(step(blind.ringing, high).begun).toEqual([]);
  });

  test("says name, number and bound", () => {
    const [finding] = high;
    expect(finding && sentenceOf(finding)).toMatch(/^ETH long: health 1\.\d\d, below 3\.00$/);
    const [near] = evaluate([rule({ kind: "liquidation", bound: "90" })], at(3_000n));
    expect(near && sentenceOf(near)).toMatch(/^ETH long: liquidation −\d+\.\d\s% away, within 90\.00\s%$/);
  });
});

describe("the log", () => {
  beforeEach(() => useAlertLog.getState().clear());

  test("counts what was not read, and keeps the newest", () => {
    const { add, markRead } = useAlertLog.getState();
    for (let i = 0; i < 40; i++) add({ id: `${i}`, chainId: 1, sentence: "x", at: i });
    expect(useAlertLog.getState()).toMatchObject({ unread: 40 });
    expect(useAlertLog.getState().alerts).toHaveLength(30);
    expect(useAlertLog.getState().alerts[0]?.id).toBe("39");
    markRead();
    expect(useAlertLog.getState().unread).toBe(0);
  });
});

describe("the dialog", () => {
  const scope = scopeOf(1, OWNER);
  beforeEach(() => useRules.getState().put(scope, []));

  test("adds a rule, refuses it twice, and removes it", async () => {
    const user = userEvent.setup();
    render(<AlertsDialog scope={scope} onClose={() => {}} />);
    await user.selectOptions(screen.getByLabelText("When"), "liquidation");
    const bound = screen.getByLabelText("Bound");
    await user.clear(bound);
    await user.type(bound, "7,5");
    await user.click(screen.getByRole("button", { name: "Add rule" }));
    expect(useRules.getState().rules[scope]).toMatchObject([
      { kind: "liquidation", bound: "7.5", account: "any" },
    ]);
    await user.click(screen.getByRole("button", { name: "Add rule" }));
    expect(screen.getByText("This rule is there already.")).toBeTruthy();
    expect(useRules.getState().rules[scope]).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: /^Remove: Liquidation comes within 7\.5 %/ }));
    expect(useRules.getState().rules[scope]).toEqual([]);
  });

  test("an auction has no bound to type, and is refused twice", async () => {
    const user = userEvent.setup();
    render(<AlertsDialog scope={scope} onClose={() => {}} />);
    await user.selectOptions(screen.getByLabelText("When"), "auction");
    expect(screen.queryByLabelText("Bound")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Add rule" }));
    expect(screen.getByRole("button", { name: "Remove: Auction can start, any sub-account" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add rule" }));
    expect(screen.getByText("This rule is there already.")).toBeTruthy();
    expect(useRules.getState().rules[scope]).toHaveLength(1);
  });

  test("explains a bound that cannot be meant", async () => {
    const user = userEvent.setup();
    render(<AlertsDialog scope={scope} onClose={() => {}} />);
    const bound = screen.getByLabelText("Bound");
    await user.clear(bound);
    await user.type(bound, "0.5");
    await user.click(screen.getByRole("button", { name: "Add rule" }));
    expect(screen.getByText("Health bounds go from 1.00 to 10.")).toBeTruthy();
    expect(useRules.getState().rules[scope]).toEqual([]);
  });
});
