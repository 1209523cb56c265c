import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig, type Flags } from "lighthouse";
import { chromiumOptions } from "../support/chromium";
import { freePort } from "../support/server";
import { median } from "./median";

export type Device = "desktop" | "phone";

/** Scores from 0 to 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
}

export interface LighthouseReport extends Scores {
  /** Performance of each run: it is the one that a busy machine lowers. */
  readonly runs: readonly number[];
  /** What cost points, or would have: one line each. */
  readonly findings: readonly string[];
}

/** Thrown when Lighthouse could not measure. */
export class LighthouseError extends Error {
  override readonly name = "LighthouseError";

  constructor(url: string, why: string) {
    super(`Lighthouse did not measure ${url}: ${why}`);
  }
}

const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

/** Lighthouse on a page, in a browser of its own per run; scores are medians over the runs. */
export async function measureLighthouse(url: string, device: Device, runs = 1): Promise<LighthouseReport> {
  return summary(await repeat(runs, () => runOnce(url, device)));
}

/** The same for a benchmark: Lighthouse now and then loses the trace of a page that loaded, and that run is made again. */
export async function benchLighthouse(url: string, device: Device, runs: number): Promise<LighthouseReport> {
  const patient = () =>
    runOnce(url, device).catch((error: unknown) => {
      if (!(error instanceof LighthouseError)) throw error;
      process.stderr.write(`${error.message}: once more\n`);
      return runOnce(url, device);
    });
  return summary(await repeat(runs, patient));
}

type Run = Awaited<ReturnType<typeof runOnce>>;

async function repeat(runs: number, run: () => Promise<Run>): Promise<readonly Run[]> {
  const reports: Run[] = [];
  for (let made = 0; made < runs; made += 1) reports.push(await run());
  return reports;
}

function summary(reports: readonly Run[]): LighthouseReport {
  const of = (name: keyof Scores) => median(reports.map(({ scores }) => scores[name]));
  return {
    performance: of("performance"),
    accessibility: of("accessibility"),
    bestPractices: of("bestPractices"),
    runs: reports.map(({ scores }) => scores.performance),
    findings: reports.at(-1)?.findings ?? [],
  };
}

async function runOnce(url: string, device: Device) {
  const port = await freePort();
  const { args, ...options } = chromiumOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const flags: Flags = { port, logLevel: "error", onlyCategories: [...CATEGORIES] };
    const result = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
    if (result === undefined) throw new LighthouseError(url, "no result");
    const { categories, audits, runtimeError } = result.lhr;
    const failed = Object.values(audits).find(({ errorMessage }) => errorMessage !== undefined);
    const score = (id: string) => {
      const value = categories[id]?.score;
      // a score that is missing is not 0
      if (typeof value !== "number")
        throw new LighthouseError(url, runtimeError?.message ?? failed?.errorMessage ?? `no score for ${id}`);
      return Math.round(value * 100);
    };
    const weights = new Map(
      Object.values(categories).flatMap(({ auditRefs }) => auditRefs.map(({ id, weight }) => [id, weight])),
    );
    const findings = Object.values(audits)
      .filter(({ id, score: value }) => value !== null && value < 1 && (weights.get(id) ?? 0) > 0)
      .map(({ id, score: value, displayValue }) => `${id} ${displayValue ?? ""} (${value})`);
    return {
      scores: {
        performance: score("performance"),
        accessibility: score("accessibility"),
        bestPractices: score("best-practices"),
      },
      findings,
    };
  } finally {
    await browser.close();
  }
}
