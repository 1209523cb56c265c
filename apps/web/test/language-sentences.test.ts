import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { german } from "@/content/de";
import { sentences } from "@/content/de/sentences";
import { said } from "@/content/said";
import { install } from "@/content/translated";

const sdk = join(import.meta.dirname, "../../../packages/sdk/src");

/** Where the SDK speaks to whoever trades, lends or liquidates. */
const speakers = [
  ...["backstop", "engine", "input", "router", "token", "transport"].map((name) => `errors/${name}.ts`),
  ...["backstop", "guards", "liquidate", "movePosition", "reducing", "takeable", "tradeGuards"].map(
    (name) => `actions/${name}.ts`,
  ),
  "amounts/parseAmount.ts",
];

/** Met by governance, keepers and contracts only: they stay English. */
const others =
  /cannot be listed as|exists already|^Parameter |has nothing to do with asset|may not call back|desk was built|is outside the bound|Report this|are hedged and|is not the engine|liquidation taker back/;

/** Texts of a source, with a number for every value in them. */
function sentencesOf(path: string): readonly string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(sdk, path), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "details") return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join(""));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const whole = found.map((text) => text.replace(/(^|\.)7 (?=[A-Z][a-z])/g, "$1 ").trim());
  // a value that is itself a sentence, or a part of one, is said by the text that it comes from
  const plain = whole.map((text) => text.replace("Remove 7.", "Remove the last 7 digits."));
  return plain.filter((text) => /^["“7\p{Lu}].* .*\.$/su.test(text) && !others.test(text));
}

beforeAll(() => install({ say: german.say }));

test.each(speakers)("every sentence of %s is known in German", (path) => {
  const sentences = sentencesOf(path);
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => said(sentence) === sentence)).toEqual([]);
});

test("what varies in a sentence is said once, in both languages", () => {
  const places = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted();
  for (const [english, words] of Object.entries(sentences)) {
    expect(places(words), english).toEqual(places(english));
    expect(/^Nichts wurde/.test(words), english).toBe(/^Nothing was/.test(english));
  }
});

test("no sentence is taken for another one that has more room", () => {
  const filled = (text: string) => text.replace(/\{(\d)\}/g, "4$12");
  for (const [english, words] of Object.entries(sentences)) expect(said(filled(english))).toBe(filled(words));
});
