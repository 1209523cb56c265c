import { type Position, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { hasTarget, leverageCeiling, leverageIntent } from "@/features/positions/adjust/leverage-target";
import { planOf } from "@/features/transaction/plan-trade";
import { fixture, holding, LIMITS, positionIn, USDC, withLong, withShort } from "./support/market";

/** 1e20: deep enough that the pool's impact is small beside the step of the slider. */
const DEEP = { liquidity: 10n ** 20n };
const long = positionIn(withLong(DEEP), "long");
const short = positionIn(withShort(DEEP), "short");

function reached(position: Position, snapshot: ReturnType<typeof fixture>, target: bigint) {
  const intent = leverageIntent(position, target);
  if (intent === undefined) return undefined;
  const plan = planOf(intent, { snapshot, limits: LIMITS });
  return { intent, leverage: (plan.preview as { after: Position | undefined }).after?.leverage };
}

describe("a target leverage", () => {
  // 3× long; 2 ETH short of 3,000 equity: 2×
  test.each([
    ["long up", long, withLong(DEEP), 4n * WAD, "open"],
    ["long down", long, withLong(DEEP), (3n * WAD) / 2n, "reduce"],
    ["short up", short, withShort(DEEP), 3n * WAD, "open"],
    ["short down", short, withShort(DEEP), (3n * WAD) / 2n, "reduce"],
  ] as const)("%s is one transaction that ends within a tenth", (_, position, snapshot, target, type) => {
    const { intent, leverage = 0n } = reached(position, snapshot, target) ?? {};
    expect(intent?.type).toBe(type);
    const distance = leverage > target ? leverage - target : target - leverage;
    expect(distance).toBeLessThan(WAD / 10n);
  });

  test("at the present leverage is nothing to do", () => {
    expect(leverageIntent(long, long.leverage ?? 0n)).toBeUndefined();
  });

  test("has a ceiling that the engine accepts, and that is above the present", () => {
    const ceiling = leverageCeiling(withLong(DEEP), long) ?? 0n;
    expect(ceiling).toBeGreaterThan(long.leverage ?? 0n);
    const intent = leverageIntent(long, ceiling - WAD / 10n);
    if (intent === undefined) throw new TypeError("no intent");
    const plan = planOf(intent, { snapshot: withLong(DEEP), limits: LIMITS });
    expect(plan.guards.filter(({ code }) => code === "initial-margin-not-met")).toEqual([]);
  });

  test("is not offered without a direction or a price", () => {
    expect(hasTarget(long)).toBe(true);
    const flat = fixture({ accounts: [holding("long", [500n * USDC, 0n], [0n, 0n])] });
    expect(hasTarget(positionIn(flat, "long"))).toBe(false);
    const down = positionIn(withLong({ status: "down" }), "long");
    expect(hasTarget(down)).toBe(false);
    expect(leverageIntent(down, 2n * WAD)).toBeUndefined();
  });
});
