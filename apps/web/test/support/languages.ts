import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CatalogueName, Dictionary } from "@/content/dictionary";

type Tree = Readonly<Record<string, unknown>>;
export type Leaf = readonly [path: string, word: unknown];

const folder = join(import.meta.dirname, "../../content");

/** The English catalogues by their names, as they are at this moment. */
export async function englishCatalogues(): Promise<Readonly<Record<CatalogueName, Tree>>> {
  const stems = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  const entries = await Promise.all(
    stems.map(async (stem) => {
      const module = (await import(`../../content/${stem}.ts`)) as Tree;
      const words = Object.values(module).find(isTree);
      const name = stem.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return words === undefined ? [] : [[name, words] as const];
    }),
  );
  return Object.fromEntries(entries.flat()) as unknown as Readonly<Record<CatalogueName, Tree>>;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every word of a catalogue with the way to it. */
export function leavesOf(tree: unknown, path = ""): readonly Leaf[] {
  if (typeof tree !== "object" || tree === null) return [[path, tree]];
  return Object.entries(tree).flatMap(([key, value]) =>
    leavesOf(value, path === "" ? key : `${path}.${key}`),
  );
}

/** English in «», so that a word that was taken out of a catalogue too early is seen. */
export function pseudo(catalogues: Readonly<Record<CatalogueName, Tree>>): Partial<Dictionary> {
  return wrapped(catalogues) as Partial<Dictionary>;
}

function wrapped(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? value : `«${value}»`;
  if (typeof value === "function") return (...args: unknown[]) => `«${value(...args)}»`;
  if (Array.isArray(value)) return value.map(wrapped);
  return Object.fromEntries(Object.entries(value as Tree).map(([key, inner]) => [key, wrapped(inner)]));
}
