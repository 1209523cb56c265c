// Counts of test runs, from the runners' own reports.
import { readFileSync } from "node:fs";

/** Tests that passed, failed and were skipped, and what is to be said about the failed ones. */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * The result of a suite from what was reported and how the runner ended. A suite that ran nothing, or that ended badly
 * without naming a failed test, has failed once by that alone.
 */
export function judge(name, reported, code) {
  const { passed, failed } = reported;
  if (failed === 0 && code !== 0)
    return failing(reported, `${name} ended with ${code} although no test failed`);
  if (passed + failed === 0) return failing(reported, `${name} ran no test`);
  return reported;
}

function failing(reported, why) {
  return { ...reported, failed: reported.failed + 1, failures: [...reported.failures, why] };
}

/** Reads a report; `nothing` if the runner did not come as far as writing one. */
export function readReport(file, parse) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return nothing;
    throw error;
  }
  return text.trim() === "" ? nothing : parse(JSON.parse(text));
}

/** `forge test --json`: `{ "<file>:<contract>": { test_results: { "<test>": { status, reason } } } }`. */
export function forgeResults(report) {
  const tests = Object.entries(report).flatMap(([suite, { test_results: results }]) =>
    Object.entries(results).map(([test, { status, reason }]) => ({
      name: `${suite} ${test}`,
      status,
      reason,
    })),
  );
  const failed = tests.filter(({ status }) => status === "Failure");
  return {
    passed: tests.filter(({ status }) => status === "Success").length,
    failed: failed.length,
    skipped: tests.filter(({ status }) => status === "Skipped").length,
    failures: failed.map(({ name, reason }) => `${name}: ${reason ?? "failed"}`),
  };
}

/** vitest's JSON reporter; a file that could not be loaded has no tests and one failure. */
export function vitestResults(report) {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: `${name} ${fullName}`,
      status,
      reason: failureMessages?.[0]?.split("\n")[0],
    })),
  );
  const failed = tests.filter(({ status }) => status === "failed");
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed.length + unloaded.length,
    skipped: tests.filter(({ status }) => status !== "passed" && status !== "failed").length,
    failures: [
      ...failed.map(({ name, reason }) => `${name}: ${reason ?? "failed"}`),
      ...unloaded.map(({ name, message }) => `${name}: ${message?.split("\n")[0] || "could not be run"}`),
    ],
  };
}

/** Playwright's JSON reporter; a test that passed only in a retry counts as failed. */
export function playwrightResults(report) {
  const specs = report.suites.flatMap(specsOf);
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === "unexpected" || status === "flaky"),
  );
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
    skipped: report.stats.skipped,
    failures: [
      ...failed.map(({ file, line, title }) => `${file}:${line} ${title}`),
      ...report.errors.map(({ message }) => message.split("\n")[0]),
    ],
  };
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
