import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { englishCatalogues } from "./support/languages";

const root = join(import.meta.dirname, "..");
const sources = ["app", "components", "features", "lib"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
);
const english: Readonly<Record<string, unknown>> = await englishCatalogues();

const isBranch = (value: unknown) => typeof value === "object" && value !== null;

/** What an expression at module level stands for in the catalogues; undefined for anything else. */
function wordAt(node: ts.Node, known: ReadonlyMap<string, unknown>): unknown {
  if (ts.isIdentifier(node)) return known.get(node.text);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const of = wordAt(node.expression, known);
  return isBranch(of) ? (of as Record<string, unknown>)[node.name.text] : undefined;
}

/** Words that a module takes out of a catalogue while it loads: they would stay in the language of that moment. */
function wordsHeldBy(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const known = new Map<string, unknown>();
  const held: string[] = [];
  const hold = (node: ts.Node) => held.push(`${path}: ${node.getText()}`);

  const bind = (name: ts.BindingName, value: unknown) => {
    if (ts.isIdentifier(name)) {
      if (isBranch(value)) known.set(name.text, value);
      else if (value !== undefined) hold(name);
      return;
    }
    for (const element of name.elements) {
      if (!ts.isBindingElement(element)) continue;
      if (element.dotDotDotToken !== undefined) hold(element);
      else
        bind(
          element.name,
          (value as Record<string, unknown>)[(element.propertyName ?? element.name).getText()],
        );
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return;
    const value = wordAt(node, known);
    if (value !== undefined) {
      // a branch in a spread, an argument or a list is copied, and its copy would stay English
      if (!isBranch(value) || !ts.isVariableDeclaration(node.parent)) hold(node);
      return;
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const initial = wordAt(node.initializer, known);
      if (initial !== undefined) {
        bind(node.name, initial);
        return;
      }
    }
    if (ts.isPropertyAssignment(node)) visit(node.initializer);
    else ts.forEachChild(node, visit);
  };

  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) {
      visit(statement);
      continue;
    }
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const stem = /^@\/content\/([\w-]+)$/.exec(from)?.[1];
    const words = english[(stem ?? "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    const bindings = statement.importClause?.namedBindings;
    if (words === undefined || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name } of bindings.elements) known.set(name.text, words);
  }
  return held;
}

test("the check sees words, functions, copies and templates, and lets parts of a catalogue pass", () => {
  const module = (line: string) => `import { portfolioCopy } from "@/content/portfolio";\n${line}`;
  const check = (line: string) => wordsHeldBy("x.ts", module(line)).length;
  expect(check("const copy = portfolioCopy.result; const { head, explain: { fees } } = copy;")).toBe(1);
  expect(check("const copy = portfolioCopy.result; const f = () => copy.title;")).toBe(0);
  expect(check("const title = portfolioCopy.title;")).toBe(1);
  expect(check("const { owes } = portfolioCopy.accounts;")).toBe(1);
  expect(check("const words = { ...portfolioCopy.accounts };")).toBe(1);
  expect(check("const kinds = [{ label: portfolioCopy.title }];")).toBe(1);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template.
  expect(check("const text = `${portfolioCopy.title}!`;")).toBe(1);
  expect(check("const { title, ...rest } = portfolioCopy.stress;")).toBe(2);
});

test("no module holds a word while it loads, the metadata of the server apart", () => {
  const held = sources.flatMap((path) => wordsHeldBy(path, readFileSync(join(root, path), "utf8")));
  expect(held.filter((line) => !/^app\/(layout|[\w-]+\/page)\.tsx: /.test(line))).toEqual([]);
}, 30_000);

test("what the SDK says is never shown without asking for its translation", () => {
  const shown =
    /(?<!said\()\b(plan\.error\.shortMessage|state\.error\.shortMessage|parsed\.error\.message|(guard|blocking)\.message)\b/;
  const bare = sources.filter((path) => shown.test(readFileSync(join(root, path), "utf8")));
  expect(bare).toEqual([]);
});

test("no component has a word of its own", () => {
  const own = sources.flatMap((path) => {
    if (!path.endsWith(".tsx")) return [];
    const text = readFileSync(join(root, path), "utf8");
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(own).toEqual(["features/wallet/demo/approval-dialog.tsx: ETH"]);
});

test("a component of the server says nothing: its words could not change", () => {
  const isClient = (text: string) => text.startsWith('"use client"');
  const spoken = sources
    .filter((path) => path.startsWith("app/"))
    .filter((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return !isClient(text) && /<[A-Za-z][^>]*>[^<]*\{\w*[cC]opy\./.test(text);
    });
  expect(spoken).toEqual([]);
  for (const path of ["features/shell/shell.tsx", "features/shell/top-bar.tsx"]) {
    expect(isClient(readFileSync(join(root, path), "utf8")), path).toBe(true);
  }
});
