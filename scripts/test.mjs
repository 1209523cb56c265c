// `npm test`: every suite, from a fresh clone. All of them run, whatever the ones before did; the last line counts.
import { install, requireNode } from "./lib/install.mjs";
import { path } from "./lib/paths.mjs";
import { stopAll } from "./lib/processes.mjs";
import { say, step } from "./lib/steps.mjs";
import { runSuite, stages } from "./lib/suites.mjs";

const MAX_FAILURES_SHOWN = 50;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, async () => {
    await stopAll();
    process.exit(1);
  });

function summary(name, { passed, failed, skipped }, seconds) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${name.padEnd(10)} ${passed} passed, ${failed} failed${skips} (${seconds} s)`;
}

async function main() {
  requireNode();
  await step("Installing packages", () => install(path(".demo/test/install.log")));
  // `npm test -- sdk web` runs only those.
  const wanted = process.argv.slice(2);
  const names = stages.flat(2).map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`There is no suite ${unknown}; there are ${names.join(", ")}.`);

  const lines = [];
  const total = { passed: 0, failed: 0 };
  const test = async (suite) => {
    const started = performance.now();
    const result = await step(`Testing ${suite.name}`, () => runSuite(suite));
    for (const failure of result.failures.slice(0, MAX_FAILURES_SHOWN)) say(`  FAILED ${failure}`);
    const line = summary(suite.name, result, Math.round((performance.now() - started) / 1_000));
    say(line);
    lines.push(line);
    total.passed += result.passed;
    total.failed += result.failed;
  };
  for (const lanes of stages)
    await Promise.all(
      lanes.map(async (lane) => {
        for (const suite of lane) if (wanted.length === 0 || wanted.includes(suite.name)) await test(suite);
      }),
    );
  if (total.failed > 0) say(`What the runners wrote is in ${path(".demo/test")}.`);
  process.stdout.write(`\n${lines.join("\n")}\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
});
