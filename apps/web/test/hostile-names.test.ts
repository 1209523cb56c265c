import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asText } from "@/features/portfolio/csv/csv";
import { safeName } from "@/lib/safe-name";

const at = (...codes: number[]) => String.fromCodePoint(...codes);
const RLO = at(0x202e);
const ZERO_WIDTH = at(0x200b);
const ISOLATE = at(0x2067);
const NUL = at(0);

describe("a name that somebody else chose", () => {
  test.each([
    ["USDC", "USDC"],
    ["wstETH", "wstETH"],
    ["Ether", "Ether"],
    ["日本円", "日本円"],
    [`US${ZERO_WIDTH}DC`, "USDC"],
    [`${RLO}CDSU`, "CDSU"],
    [`ETH${ISOLATE}${RLO}100`, "ETH100"],
    [`A\nB\tC${NUL}`, "ABC"],
    ["  a   b ", "a b"],
    ["", "?"],
    [RLO + ZERO_WIDTH, "?"],
    [`e${ZERO_WIDTH}${at(0x301)}`, "é"],
    ["x".repeat(300), `${"x".repeat(15)}…`],
    ["🦄".repeat(17), `${"🦄".repeat(15)}…`],
    ["<img src=x>", "<img src=x>"],
  ])("%j is shown as %j", (name, shown) => {
    expect(safeName(name)).toBe(shown);
  });

  test("marks do not pile up over other lines", () => {
    const zalgo = `e${at(0x301, 0x302, 0x303, 0x304, 0x305, 0x306)}`;
    expect([...safeName(zalgo).normalize("NFD")].length).toBeLessThanOrEqual(4);
  });

  test("whatever it is: short, on one line, without what hides or reverses, and the same when shown twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const shown = safeName(name);
        expect([...shown].length).toBeLessThanOrEqual(16);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\r\n]/u);
        expect(shown).not.toBe("");
        expect(safeName(shown)).toBe(shown);
      }),
    );
  });
});

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["ETH", "ETH"],
  ["", ""],
])("a spreadsheet does not run %j", (field, written) => {
  expect(asText(field)).toBe(written);
});
