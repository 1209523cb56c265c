import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const file = join(root, "docs/integrators.md");
const page = readFileSync(file, "utf8");

test("the Solidity of the page is the file that is compiled and tested", () => {
  const [, snippet] = page.match(/```solidity\n([\s\S]*?)```/) ?? [];
  expect(snippet).toBe(readFileSync(join(root, "contracts/test/examples/HealthGuard.sol"), "utf8"));
});

test("every link of the page leads somewhere", () => {
  const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link as string);
  expect(links.length).toBeGreaterThan(8);
  const dead = links.filter((link) => !existsSync(join(dirname(file), link)));
  expect(dead).toEqual([]);
});
