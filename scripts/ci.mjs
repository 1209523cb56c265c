// `.ci/run`: `npm test`, then every check; counts both.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "./lib/paths.mjs";
import { stopAll } from "./lib/processes.mjs";
import { say, step } from "./lib/steps.mjs";

/** Runs `npm test`, showing what it says; its counts, from its last line. */
async function runTests() {
  const child = spawn("npm", ["test"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let last = "";
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`${line}\n`);
    if (line.trim() !== "") last = line;
  }
  const [, passed, failed] = last.match(/^(\d+) passed, (\d+) failed$/) ?? [0, 0, 1];
  return { passed: Number(passed), failed: Number(failed) };
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, async () => {
    await stopAll();
    process.exit(1);
  });

const total = await runTests();
// The checks need what the tests have installed.
const { checks } = await import("./lib/checks.mjs");
const failed = [];
for (const check of checks) {
  try {
    await step(`Checking ${check.name}`, check.run);
    total.passed += 1;
  } catch (error) {
    say(`  FAILED ${error.message}`);
    failed.push(check.name);
    total.failed += 1;
  }
}
if (failed.length > 0) process.stdout.write(`\nChecks that do not hold: ${failed.join(", ")}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
