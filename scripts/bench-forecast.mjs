// How well the contract forecasts the variance of the next 24 hours, on candles of your own.
//   npm run bench:forecast -- --csv FILE [--csv FILE…]          the table
//   npm run bench:forecast -- --csv FILE [--csv FILE…] --json   {"rows":[{"file","har","learned","ewma","garch",…}]}
import { basename } from "node:path";
import { readCandles } from "../packages/sdk/bench/candles.ts";
import { forecastBench } from "../packages/sdk/bench/forecastBench.ts";
import { main, options, table } from "./lib/csv-bench.mjs";

const USAGE = "usage: npm run bench:forecast -- --csv FILE [--csv FILE…] [--json]";

const NOTES = `Mean QLIKE = RV/F − ln(RV/F) − 1 of forecasts F of the next 24 hours; RV is the sum of their squared hourly log returns.
Lower is better. One forecast an hour from the second year of the file on; the first is for warming up.
HAR and learned are the numbers of the contract: the SDK computes them in the same integers, and a test compares the two
bit for bit over random paths. HAR: weights 0.5 / 0.3 / 0.2 on averages of a day, a week and a month. Learned: what the
contract counts, which is HAR again wherever the learned forecast scores worse over 90 days or was not scored for 30;
"counts" is the share of hours in which it did. EWMA: 0.94 a day. GARCH(1,1): maximum likelihood on the first year.`;

main(USAGE, (argv) => {
  const { files, json } = options(argv);
  const rows = files.map((file) => forecastBench(readCandles(file), file));
  if (json) return console.log(JSON.stringify({ rows }));
  const lines = rows.map((row) => [
    basename(row.file),
    ...[row.har, row.learned].map((score) => score.toFixed(4)),
    (row.learned / row.har).toFixed(3),
    ...[row.ewma, row.garch].map((score) => score.toFixed(4)),
    `${(100 * row.counted).toFixed(1)} %`,
    row.hours.toLocaleString("en-US"),
  ]);
  const header = ["file", "HAR", "learned", "learned/HAR", "EWMA", "GARCH(1,1)", "counts", "hours"];
  console.log(`${table(header, lines)}\n\n${NOTES}`);
});
