import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { decodeError } from "../../src";
import { allErrorsAbi } from "../../src/generated/errorsAbi";
import { encoded } from "../support/exampleErrors";

const root = resolve(import.meta.dirname, "../..");
const entry = join(root, "src/index.ts");
const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram([entry], options);
const checker = program.getTypeChecker();

interface Documented {
  readonly name: string;
  readonly declaration: ts.Declaration;
  readonly text: string;
  readonly examples: readonly string[];
}

/** What the package exports; the members of a namespace under its name. */
function exported(): readonly Documented[] {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new TypeError("index.ts is no module");
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (target.flags & ts.SymbolFlags.ValueModule) {
      return checker
        .getExportsOfModule(target)
        .map((member) => describeSymbol(`${symbol.name}.${member.name}`, member));
    }
    return [describeSymbol(symbol.name, target)];
  });
}

function describeSymbol(name: string, symbol: ts.Symbol): Documented {
  const tags = symbol.getJsDocTags(checker);
  const examples = tags.filter((t) => t.name === "example").map((t) => ts.displayPartsToString(t.text));
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined) throw new TypeError(`${name} has no declaration`);
  return {
    name,
    declaration,
    text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples,
  };
}

const symbols = exported();
/** An error of a contract is documented where it is defined, in Solidity, and by its sentence. */
const contractErrors = new Set(allErrorsAbi.map((item) => `${item.name}Error`));

describe("documentation", () => {
  test("every exported symbol has a comment", () => {
    expect(symbols.length).toBeGreaterThan(150);
    const bare = symbols
      .filter(({ name, text }) => text === "" && !contractErrors.has(name))
      .map(({ name }) => name);
    expect(bare).toEqual([]);
  });

  test("every function of the first three layers has one example, and the examples compile", {
    timeout: 120_000,
  }, () => {
    const functions = symbols.filter(
      ({ name, declaration }) =>
        ts.isFunctionDeclaration(declaration) &&
        !name.includes(".") &&
        /\/(actions|entities|amounts)\//.test(declaration.getSourceFile().fileName),
    );
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.filter(({ examples }) => examples.length !== 1).map(({ name }) => name)).toEqual([]);
    const examples = symbols.flatMap(({ name, examples: found }) => found.map((code) => ({ name, code })));
    expect(compile(examples)).toEqual([]);
  });

  test("the reference of errors is up to date", async () => {
    await expect(errorReference()).toMatchFileSnapshot(join(root, "ERRORS.md"));
  });
});

/** One heading per error, which is what `docsPath` points at. */
function errorReference(): string {
  const contract = allErrorsAbi.map((item) => {
    const inputs = item.inputs.map(({ name, type }) => `${type} ${name}`).join(", ");
    return section(
      item.name,
      `\`${item.name}(${inputs})\``,
      decodeError({ data: encoded(item).data }).shortMessage,
    );
  });
  const own = symbols
    .filter(({ name, declaration }) => ts.isClassDeclaration(declaration) && name.endsWith("Error"))
    .filter(({ name }) => !["GimbalError", "ContractError"].includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }) => section(name, text));
  const head = "# Errors\n\nWritten by `test/unit/documentation.test.ts`; `vitest run -u` renews it.";
  return [
    head,
    "## Of the contracts\n\nEach has a class `NameError`. The sentence is an example, without the tokens of a plan.",
    ...contract,
    "## Of the SDK",
    ...own,
    "",
  ].join("\n\n");
}

function section(name: string, ...lines: readonly string[]): string {
  return [`### ${name}`, ...lines].join("\n\n");
}

/** Every example is a block of a file that has what a reader has: a client, a deployment, a snapshot, an account. */
function compile(examples: readonly { readonly name: string; readonly code: string }[]): readonly string[] {
  const path = join(root, "test/unit/examples.ts");
  const names = symbols.map(({ name }) => name.split(".")[0] as string);
  const source = [
    `import { ${[...new Set(names)].join(", ")} } from "../../src";`,
    readFileSync(join(root, "test/support/examples.d.ts.txt"), "utf8"),
    ...examples.map(({ name, code }) => `async function example_${name.replace(".", "_")}() {\n${code}\n}`),
  ].join("\n");
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest);
  const compiled = ts.createProgram(
    [path],
    { ...options, noUnusedLocals: false, verbatimModuleSyntax: false },
    host,
    program,
  );
  return ts
    .getPreEmitDiagnostics(compiled, compiled.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
