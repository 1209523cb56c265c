// What a margin that follows the volatility allows, against a fixed one that loses as much, on candles of your own.
//   npm run bench:margin -- --csv FILE [--csv FILE…] [--floor 0.04]          the table
//   npm run bench:margin -- --csv FILE [--csv FILE…] [--floor 0.04] --json   {"rows":[{"file","side","leverageRatio",…}]}
import { basename } from "node:path";
import { readCandles } from "../packages/sdk/bench/candles.ts";
import { marginBench } from "../packages/sdk/bench/marginBench.ts";
import { main, options, table } from "./lib/csv-bench.mjs";

const USAGE = "usage: npm run bench:margin -- --csv FILE [--csv FILE…] [--floor 0.04] [--json]";
/** v_min: 4 %, the protocol's floor of BTC. */
const DEFAULTS = { floor: 0.04 };

const NOTES = `Every hour from the second year on: the gap from the close to the low (long) or the high (short) of the next hour, against
the margin v = max(k·σ·√(1 h), floor), σ being the volatility that the contract would have in use. Tail loss: mean of
what gaps took beyond the maintenance margin, which follows v by one point an hour; exceedances: hours in which they
did. Leverage: mean of 1/v of a new position, which gets a rise of v at once. The fixed margin is 10 % and 12 %; k is
found so that both lose the same, and the ratio is that of the leverages. "k = 7": the same the other way round, the
fixed margin that loses as much as the protocol's multiple.`;

const percent = (x, digits = 1) => `${(100 * x).toFixed(digits)} %`;

main(USAGE, (argv) => {
  const { files, json, floor } = options(argv, DEFAULTS);
  const rows = files.flatMap((file) => marginBench(readCandles(file), file, floor));
  if (json) return console.log(JSON.stringify({ rows }));
  const lines = rows.map((row) => [
    basename(row.file),
    row.side,
    percent(row.fixedMargin),
    row.multiple.toFixed(2),
    `${row.exceedances} / ${row.fixedExceedances}`,
    percent(row.tailLoss, 4),
    row.meanLeverage.toFixed(1),
    row.leverageRatio.toFixed(2),
    `${percent(row.nominal.fixedMargin)}, ${row.nominal.leverageRatio.toFixed(2)}`,
  ]);
  const header = [
    "file",
    "side",
    "fixed",
    "k",
    "beyond / fixed",
    "tail loss",
    "leverage",
    "ratio",
    "k = 7: fixed, ratio",
  ];
  console.log(`${table(header, lines)}\n\nFloor ${percent(floor)}. ${NOTES}`);
});
