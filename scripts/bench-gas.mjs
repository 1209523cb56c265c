// Gas of every operation, measured now, beside what the best of the field published.
//   npm run bench:gas                 the table
//   npm run bench:gas -- --json       {"rows":[{"op","conditions","gas"}]}
//   npm run bench:gas -- --check      exit 1 when an operation is over its budget
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { foundryBin } from "./foundry.mjs";

const contracts = fileURLToPath(new URL("../contracts/", import.meta.url));

// Published figures of the field, measured under the conditions of "peers"; null: no such operation, or no figure.
// --check enforces our `goal`, or `budget` as a ceiling for what has not reached its goal yet.
const PEERS = ["Morpho Blue", "Compound III", "Fluid T1", "Aave v3.6", "Euler v2", "Gearbox v3"];
const ROWS = [
  { op: "open", peers: [183741, 217252, 325459, 401083, 449205, 523070], goal: 167000 },
  { op: "increase", peers: [152934, 169118, 209056, 344043, 315667, 203779], goal: 143000 },
  { op: "close", peers: [162665, 181672, 223130, 375912, 310200, 257717], goal: 131000 },
  { op: "collateralFirst", peers: [47259, 90213, 156634, 165966, 119042, null], goal: 48600 },
  { op: "collateral", peers: [30159, 52108, 82303, 124353, 101942, null], goal: 31500 },
  { op: "borrow", peers: [68880, 73003, 118978, 207397, 187590, 136810], goal: 66000 },
  { op: "repay", peers: [63117, 59007, 120482, 123244, 123894, 143376], goal: 51000 },
  { op: "withdraw", peers: [66376, 65663, 127054, 181613, 147938, null], goal: 58000 },
  { op: "supply", peers: [63154, 60658, null, 124353, 112010, null], goal: 48000 },
  { op: "health1", peers: [23535, 30234, null, 89224, 66422, null], goal: 22000 },
  { op: "health2", peers: [null, 41000, null, 119000, 84000, null], goal: 30000 },
  { op: "health4", peers: [null, 62000, null, 177000, 118000, null], goal: 45000 },
  { op: "health8", peers: [null, 105000, null, 295000, 188000, null], goal: 74000 },
  { op: "liquidate", peers: [89554, 169321, 155905, 309184, 306846, 176056], goal: 92000, budget: 105500 },
  { op: "liquidate10", peers: [null, null, 23961, null, null, null], goal: 38000 },
];

function run(command, args, env) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: contracts,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  return { ok: status === 0, stdout, stderr };
}

function mustRun(command, args, env) {
  const { ok, stdout, stderr } = run(command, args, env);
  if (!ok) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
}

/** Builds what is deployed, runs the bench contracts and returns their rows. */
function measure() {
  mustRun(process.execPath, ["script/build-chainlink.mjs"]);
  mustRun(foundryBin("forge"), ["build"], { FOUNDRY_PROFILE: "production" });
  const { ok, stdout, stderr } = run(foundryBin("forge"), [
    "test",
    "--match-path",
    "test/bench/*",
    "--json",
    "-vv",
  ]);
  const start = stdout.indexOf('{"test/bench/');
  if (start < 0) throw new Error(`forge test\n${stdout}${stderr}`);
  const tests = Object.values(JSON.parse(stdout.slice(start))).flatMap((suite) =>
    Object.entries(suite.test_results),
  );
  const failures = tests.filter(([, test]) => test.status !== "Success");
  if (!ok || failures.length > 0) {
    throw new Error(failures.map(([name, test]) => `${name}: ${test.reason}`).join("\n") || stderr);
  }
  return tests
    .flatMap(([, test]) => test.decoded_logs)
    .filter((line) => line.startsWith("GAS|"))
    .map((line) => {
      const [, conditions, op, gas] = line.split("|");
      return { op, conditions, gas: Number(gas) };
    });
}

/** Rows of the table in its order; a missing one is an error, not a gap. */
function select(measured) {
  return ["peers", "production"].flatMap((conditions) =>
    ROWS.map(({ op }) => {
      const found = measured.filter((row) => row.op === op && row.conditions === conditions);
      if (found.length !== 1) throw new Error(`${found.length} figures for ${op} under ${conditions}`);
      return found[0];
    }),
  );
}

const format = (gas) => (gas === null ? "–" : gas.toLocaleString("en-US"));

function table(rows, measured) {
  const gasOf = (op, conditions) => rows.find((row) => row.op === op && row.conditions === conditions).gas;
  const header = ["operation", ...PEERS, "goal", "Gimbal", "in production"];
  const lines = ROWS.map(({ op, peers, goal }) => [
    op,
    ...peers.map(format),
    format(goal),
    `${format(gasOf(op, "peers"))}${gasOf(op, "peers") <= goal ? "" : " !"}`,
    format(gasOf(op, "production")),
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i].length)));
  const show = (line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  const extra = measured.filter((row) => !ROWS.some(({ op }) => op === row.op));
  return [
    show(header),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...lines.map(show),
    "",
    "Also measured:",
    ...extra.map(({ op, conditions, gas }) => `  ${op} (${conditions}): ${format(gas)}`),
    "",
    NOTES,
  ].join("\n");
}

const NOTES = `Each figure is one separate transaction, all accounts and slots cold, after refunds, without the base of 21,000 and
without calldata (forge, isolate = true, vm.lastCallGas). An empty call reads 40. "!" is above the goal.
Gimbal (and the field): a plain ERC-20 whose infinite allowance is not decremented, an oracle of one storage read a
price, 12 s between operations, a real Uniswap v3 0.05 % pool, full range at 1:1, primed by two swaps; equity 100 in the
collateral token, borrow 200; increase by a tenth; close in full. Others owe at every liquidation price
near the trader's, as in a market in use: the first account of a word of the liquidation map pays 17,100 more (last
lines). Health: stored totals, 1 to 8 collaterals.
liquidate10: ten accounts in one transaction, per account.
In production: OpenZeppelin's ERC-20, Chainlink's proxy and aggregator for every asset, a 30-minute Uniswap v3 average
as witness for all but the stable one. Gearbox opens without an AMM. The field's swap alone was published as 85,270;
here that is a swap across the edge of a word of the tick bitmap, where the price 1:1 stands. The rows above start
beside the edge, because who crosses it hangs on the order of two addresses; the last lines show what it costs.`;

function overBudget(rows) {
  return ROWS.flatMap(({ op, goal, budget }) => {
    const { gas } = rows.find((row) => row.op === op && row.conditions === "peers");
    const bound = budget ?? goal;
    return gas > bound ? [`${op}: ${format(gas)} > ${format(bound)}`] : [];
  });
}

const measured = measure();
const rows = select(measured);
if (process.argv.includes("--json")) console.log(JSON.stringify({ rows }));
else console.log(table(rows, measured));
if (process.argv.includes("--check")) {
  const failures = overBudget(rows);
  for (const failure of failures) console.error(`over budget: ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
