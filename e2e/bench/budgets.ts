import type { Scores } from "./lighthouse";

/** What `bench:web` measures. Sizes in kB (1,000 bytes) after gzip. */
export interface Measured {
  readonly firstLoadKB: Readonly<Record<string, number>>;
  readonly lazyChunkKB: number;
  readonly lighthouse: {
    readonly desktop: Scores;
    readonly phone: Scores;
    /** The other pages on a desktop, one run each. */
    readonly pages: Readonly<Record<string, Scores>>;
  };
  /** Highest of all pages. */
  readonly requestsPerBlock: number;
  readonly requestsHidden: number;
  readonly coldRequests: number;
  readonly sliderP95Ms: number;
  readonly minedToRowMs: number;
}

/** What `--json` prints. */
export interface Printed {
  readonly firstLoadKB: Measured["firstLoadKB"];
  readonly lazyChunkKB: number;
  readonly lighthouse: { readonly desktop: Scores; readonly phone: Scores };
  readonly requestsPerBlock: number;
  readonly coldRequests: number;
  readonly sliderP95Ms: number;
  readonly minedToRowMs: number;
}

/** The figures that programs read, times in tenths of a millisecond. */
export function printedOf(measured: Measured): Printed {
  const { firstLoadKB, lazyChunkKB, lighthouse, requestsPerBlock, coldRequests } = measured;
  const scoresOf = ({ performance, accessibility, bestPractices }: Scores): Scores => {
    return { performance, accessibility, bestPractices };
  };
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return {
    firstLoadKB,
    lazyChunkKB,
    lighthouse: { desktop: scoresOf(lighthouse.desktop), phone: scoresOf(lighthouse.phone) },
    requestsPerBlock: tenths(requestsPerBlock),
    coldRequests,
    sliderP95Ms: tenths(measured.sliderP95Ms),
    minedToRowMs: tenths(measured.minedToRowMs),
  };
}

export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  readonly best: "low" | "high";
  readonly how: string;
}

export const GOALS = {
  firstLoadKB: 300,
  firstLoadTradeKB: 330,
  lazyChunkKB: 115,
  desktop: { performance: 97, accessibility: 100, bestPractices: 100 },
  phonePerformance: 80,
  requestsPerBlock: 2,
  requestsHidden: 0,
  coldRequests: 6,
  sliderP95Ms: 16,
  minedToRowMs: 1_000,
} as const;

/**
 * What a shared machine may take away from Lighthouse's performance: below these something is wrong with the page, not
 * with the machine.
 */
export const FLOORS = { desktop: 80, phone: 50 } as const;

const SIZE = "scripts that the HTML of the production build names, gzip";
const SCORES = "Lighthouse on /trade";

/** Every figure with its goal, in the order of the table. */
export function linesOf(measured: Measured): readonly Line[] {
  const { lighthouse, firstLoadKB } = measured;
  const low = (what: string, value: number, unit: string, goal: number, how: string): Line => {
    return { what, value, unit, goal, best: "low", how };
  };
  const high = (what: string, value: number, goal: number, how: string): Line => {
    return { what, value, unit: "", goal, best: "high", how };
  };
  const { performance, accessibility, bestPractices } = GOALS.desktop;
  return [
    ...Object.entries(firstLoadKB).map(([page, value]) =>
      low(
        `first load, ${page}`,
        value,
        "kB",
        page === "trade" ? GOALS.firstLoadTradeKB : GOALS.firstLoadKB,
        SIZE,
      ),
    ),
    low("largest lazy chunk", measured.lazyChunkKB, "kB", GOALS.lazyChunkKB, "scripts that come later, gzip"),
    high("desktop performance", lighthouse.desktop.performance, performance, `${SCORES}, median`),
    high("desktop accessibility", lighthouse.desktop.accessibility, accessibility, SCORES),
    high("desktop best practices", lighthouse.desktop.bestPractices, bestPractices, SCORES),
    high("phone performance", lighthouse.phone.performance, GOALS.phonePerformance, `${SCORES}, median`),
    ...Object.entries(lighthouse.pages).flatMap(([page, scores]) => [
      high(`${page} performance`, scores.performance, performance, "Lighthouse, desktop, one run"),
      high(`${page} accessibility`, scores.accessibility, accessibility, "Lighthouse, desktop"),
      high(`${page} best practices`, scores.bestPractices, bestPractices, "Lighthouse, desktop"),
    ]),
    low("requests per block", measured.requestsPerBlock, "", GOALS.requestsPerBlock, "the worst page"),
    low("requests while hidden", measured.requestsHidden, "", GOALS.requestsHidden, "the worst page"),
    low("requests of a cold trade page", measured.coldRequests, "", GOALS.coldRequests, "for data"),
    low("slider to preview, p95", measured.sliderP95Ms, "ms", GOALS.sliderP95Ms, "drag of the leverage"),
    low("mined to row, slowest", measured.minedToRowMs, "ms", GOALS.minedToRowMs, "own trades"),
  ];
}

export function isMissed({ value, goal, best }: Line): boolean {
  return best === "low" ? value > goal : value < goal;
}

/** Columns of text; `!` marks a goal that is missed. */
export function tableOf(lines: readonly Line[]): string {
  const cells = lines.map((line) => [
    line.what,
    `${line.value.toLocaleString("en-US", { maximumFractionDigits: 1 })} ${line.unit}`.trim(),
    `${line.best === "low" ? "≤" : "≥"} ${line.goal.toLocaleString("en-US")}${isMissed(line) ? " !" : "  "}`,
    line.how,
  ]);
  const rows = [["", "measured", "goal  ", "how"], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([what = "", value = "", goal = "", how = ""]) =>
      `${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${goal.padStart(widths[2] ?? 0)}  ${how}`.trimEnd(),
    )
    .join("\n");
}
