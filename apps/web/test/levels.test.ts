// @vitest-environment node
import { WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { intervals } from "@/features/chart/candles";
import { conclusionOf } from "@/features/chart/conclusion";
import { levelsOf, linesOf } from "@/features/chart/levels";
import { positionIn, withLong, withShort } from "./support/market";

const usd = (value: bigint) => value * WAD;
const price = usd(3_000n);
const position = {
  side: "long",
  entry: usd(2_900n),
  warning: usd(2_500n),
  liquidation: usd(2_400n),
} as const;
const kinds = (levels: ReturnType<typeof levelsOf>) => levels.map(({ kind }) => kind);

describe("lines of the chart", () => {
  test("entry, warning, liquidation and the price of an open position", () => {
    const levels = levelsOf({ price, position, preview: undefined });
    expect(kinds(levels)).toEqual(["entry", "warning", "liquidation", "now"]);
    expect(levels.map(({ tag }) => tag)).toEqual(["2,900.00", "2,500.00", "2,400.00", "3,000.00"]);
  });

  test("a preview moves them, and keeps the liquidation there is now beside its own", () => {
    const preview = {
      side: "long",
      entry: undefined,
      warning: usd(2_700n),
      liquidation: usd(2_600n),
    } as const;
    const levels = levelsOf({ price, position, preview });
    expect(kinds(levels)).toEqual(["entry", "warning", "liquidation", "liquidationNow", "now"]);
    expect(levels.find(({ kind }) => kind === "warning")?.price).toBe(usd(2_700n));
    expect(levels.find(({ kind }) => kind === "liquidation")?.label).toMatch(/−13\.3/);
  });

  test("what is not known, or does not exist, is not drawn at 0", () => {
    const none = { side: "long", entry: undefined, warning: undefined, liquidation: null } as const;
    expect(levelsOf({ price: undefined, position: none, preview: undefined })).toEqual([]);
  });

  test.each(["long", "short"] as const)("of a %s: warned before it is liquidated", (side) => {
    const open = side === "long" ? positionIn(withLong(), "long") : positionIn(withShort(), "short");
    const { warning, liquidation } = linesOf(open, undefined);
    if (typeof warning !== "bigint" || typeof liquidation !== "bigint") throw new TypeError("no lines");
    expect(side === "long" ? warning > liquidation : warning < liquidation).toBe(true);
    const levels = levelsOf({ price, position: linesOf(open, undefined), preview: undefined });
    expect(kinds(levels)).toEqual(["warning", "liquidation", "now"]);
  });

  test("are said in a sentence, for who does not see them", () => {
    const levels = levelsOf({ price, position, preview: undefined });
    expect(conclusionOf({ asset: "ETH", interval: intervals[1], levels })).toMatch(
      /^ETH price, one-minute candles\. Now 3,000\.00\. Entry 2,900\.00\. Warning at 2,500\.00\. Liquidation at 2,400\.00, −20\.0\s% away\.$/,
    );
  });
});
