// What both benches over files of candles share: options, errors, a table.
import { CandleFileError } from "../../packages/sdk/bench/candles.ts";

/** Thrown for a command line that cannot be followed. */
export class UsageError extends Error {
  name = "UsageError";
}

/** Options of `--csv FILE [--csv FILE…] [--json]` and of numbers given in `defaults`. */
export function options(argv, defaults = {}) {
  const read = { files: [], json: false, ...defaults };
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i];
    if (name === "--json") {
      read.json = true;
      continue;
    }
    const value = argv[++i];
    const key = name.replace(/^--/, "");
    if (name !== "--csv" && !(name.startsWith("--") && key in defaults))
      throw new UsageError(`unknown option ${name}`);
    if (value === undefined) throw new UsageError(`${name} needs a value`);
    if (name === "--csv") read.files.push(value);
    else if (Number(value) > 0 && Number(value) < 1) read[key] = Number(value);
    else throw new UsageError(`${name} ${value} is not between 0 and 1`);
  }
  if (read.files.length === 0) throw new UsageError("name at least one file: --csv FILE");
  return read;
}

/** Runs a bench; what is wrong with the input is one line and exit code 1, not a stack. */
export function main(usage, bench) {
  try {
    bench(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof CandleFileError) && !(error instanceof UsageError)) throw error;
    console.error(`${error.name}: ${error.message}`);
    if (error instanceof UsageError) console.error(usage);
    process.exitCode = 1;
  }
}

/** Columns of text, the first to the left and the others to the right. */
export function table(header, lines) {
  const widths = header.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i].length)));
  const show = (line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return [show(header), widths.map((width) => "─".repeat(width)).join("  "), ...lines.map(show)].join("\n");
}
