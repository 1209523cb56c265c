import { expect, test, vi } from "vitest";
import { said } from "@/content/said";
import { install, spoken, translated } from "@/content/translated";
import { englishCatalogues, leavesOf } from "./support/languages";

vi.mock("@/content/dictionary", () => ({}));

const english = await englishCatalogues();
const { german } = await import("@/content/de");
const { sentences } = await import("@/content/de/sentences");
const names = Object.keys(english) as (keyof typeof english)[];

/** Numbers that no text contains on its own. */
const MARKS = [7001, 7002, 7003, 7004] as const;
const marksIn = (text: string) => MARKS.filter((mark) => text.includes(String(mark)));

test("German has every catalogue that English has", () => {
  const { language, say: _, ...catalogues } = german;
  expect(language).toBe("de");
  expect(Object.keys(sentences).length).toBeGreaterThan(150);
  expect(Object.keys(catalogues).sort()).toEqual([...names].sort());
});

test.each(names)("the words of %s are the same ones, and say the same arguments", (name) => {
  const theirs = new Map(leavesOf(german[name]));
  const ours = leavesOf(english[name]);
  expect([...theirs.keys()].sort()).toEqual(ours.map(([path]) => path).sort());
  for (const [path, word] of ours) {
    const other = theirs.get(path);
    expect(typeof other, path).toBe(typeof word);
    if (typeof word !== "function" || typeof other !== "function") {
      expect(other === "", path).toBe(word === "");
      continue;
    }
    for (const args of [MARKS, [1, 1, 1, 1], [0, 0, 0, 0], [undefined, 7002, 7003]]) {
      const text = String(other(...args));
      expect(marksIn(text), path).toEqual(expect.arrayContaining(marksIn(String(word(...args)))));
      expect(text.trim(), path).not.toBe("");
    }
  }
});

test("numbers in words are the same in both languages", () => {
  const digits = (text: string) => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted();
  for (const name of names) {
    const theirs = new Map(leavesOf(german[name]));
    for (const [path, word] of leavesOf(english[name])) {
      if (typeof word !== "string") continue;
      expect(digits(String(theirs.get(path))), `${name}.${path}`).toEqual(digits(word));
    }
  }
});

test("German names nobody and keeps no English", () => {
  const person =
    /\b(Sie|Ihr|Ihre[mnrs]?|Du|Dein|Deine[mnrs]?)\b(?! (fällt|steigt|dort|ist|kostet|zählt|kippt|schaltet|Schlüssel|gemessene|erst|tragen|bleibt))/u;
  const foreign = /\b(the|your|of|with|and|is|are|not|below|above)\b/i;
  for (const [path, word] of leavesOf({ ...german, say: "", sentences: Object.values(sentences) })) {
    const text = typeof word === "function" ? String(word(...MARKS)) : String(word);
    expect(foreign.test(text), `${path}: ${text}`).toBe(false);
    if (person.test(text)) expect(text, path).toMatch(/(^|[:.;–] )(Sie|Ihre) /u);
  }
});

test("a catalogue stays the same object, in English until words are put in", () => {
  const parts = english.portfolio.result as Record<string, unknown>;
  const before = parts.title;
  install({ portfolio: { ...german.portfolio } });
  expect(spoken().portfolio).toBeDefined();
  expect(parts.title).toBe(german.portfolio.result.title);
  expect({ ...parts }.title).toBe(german.portfolio.result.title);
  expect(Object.keys(parts)).toContain("title");
  expect(before).toBe("Where the result came from");
});

test("a catalogue that loads later has the words at once, and no key that it did not have", () => {
  install({ losses: { ...german.losses, more: "mehr" } as typeof german.losses });
  const late = translated("losses", { title: "Losses", claim: (amount: string) => `Claim ${amount}` });
  expect(late.title).toBe(german.losses.title);
  expect(late.claim("1 ETH")).toBe("1 ETH holen");
  expect(Object.keys(late)).toEqual(["title", "claim"]);
});

test("a sentence of the SDK is said in the language of the page, or as it is", () => {
  install({});
  expect(said("Use Max.")).toBe("Use Max.");
  install({ say: german.say });
  expect(said("0.5 ETH more than your balance. Use Max.")).toBe("0.5 ETH mehr als das Guthaben. Max nehmen.");
  expect(
    said("Sources differ by 1.25 % for ETH. Collateral counts at the lower price, debt at the higher."),
  ).toBe(
    "Die Quellen weichen bei ETH um 1.25 % ab. Sicherheiten zählen zum niedrigeren Preis, Schulden zum höheren.",
  );
  expect(said("Use Max. Nobody knows this one.")).toBe("Use Max. Nobody knows this one.");
});
