import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  forgeResults,
  judge,
  nothing,
  playwrightResults,
  readReport,
  vitestResults,
} from "../../../scripts/lib/results.mjs";

const folder = mkdtempSync(join(tmpdir(), "gimbal-results-"));

afterAll(() => rmSync(folder, { recursive: true }));

const passed = { passed: 3, failed: 0, skipped: 0, failures: [] };

describe("judge", () => {
  it("takes a run that passed", () => {
    expect(judge("forge", passed, 0)).toEqual(passed);
  });

  it("fails a run that ended badly although no test failed", () => {
    expect(judge("forge", passed, 1)).toMatchObject({
      passed: 3,
      failed: 1,
      failures: ["forge ended with 1 although no test failed"],
    });
    expect(judge("forge", passed, "SIGKILL").failed).toBe(1);
  });

  it("fails a run without a test, even if it ended well", () => {
    expect(judge("forge", nothing, 0)).toMatchObject({ failed: 1, failures: ["forge ran no test"] });
    expect(judge("forge", { ...nothing, skipped: 4 }, 0).failed).toBe(1);
  });

  it("counts a failed test once", () => {
    const failed = { ...passed, failed: 1, failures: ["a"] };
    expect(judge("forge", failed, 1)).toEqual(failed);
  });
});

describe("reports", () => {
  it("that were not written are nothing", () => {
    expect(readReport(join(folder, "missing.json"), forgeResults)).toEqual(nothing);
    writeFileSync(join(folder, "empty.json"), "\n");
    expect(readReport(join(folder, "empty.json"), forgeResults)).toEqual(nothing);
  });

  it("of forge", () => {
    const report = {
      "test/A.t.sol:A": {
        test_results: {
          "test_A()": { status: "Success", reason: null },
          "test_B()": { status: "Failure", reason: "assertion failed" },
          "test_C()": { status: "Skipped", reason: null },
        },
      },
    };
    expect(forgeResults(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ["test/A.t.sol:A test_B(): assertion failed"],
    });
  });

  it("of vitest, with a file that could not be loaded", () => {
    const report = {
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          assertionResults: [
            { fullName: "adds", status: "passed", failureMessages: [] },
            { fullName: "subtracts", status: "failed", failureMessages: ["Error: off by one\n at b"] },
            { fullName: "divides", status: "pending", failureMessages: [] },
          ],
        },
        { name: "b.test.ts", status: "failed", message: "Cannot find module\nmore", assertionResults: [] },
      ],
    };
    expect(vitestResults(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 1,
      failures: ["a.test.ts subtracts: Error: off by one", "b.test.ts: Cannot find module"],
    });
  });

  it("of Playwright, where a test that needed a retry has failed", () => {
    const spec = (title: string, status: string) => ({
      file: "a.spec.ts",
      line: 7,
      title,
      tests: [{ status }],
    });
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 2 },
      suites: [
        {
          specs: [spec("opens", "expected")],
          suites: [{ specs: [spec("closes", "unexpected"), spec("waits", "flaky")] }],
        },
      ],
      errors: [{ message: "no browser\nmore" }],
    };
    expect(playwrightResults(report)).toEqual({
      passed: 1,
      failed: 3,
      skipped: 2,
      failures: ["a.spec.ts:7 closes", "a.spec.ts:7 waits", "no browser"],
    });
  });
});
