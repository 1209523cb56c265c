import { type Coverage, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { riskCopy } from "@/content/risk";
import { formatMove, formatRatio, formatUsdCompact } from "@/lib/format";
import { OPENING_COVERAGE, REDUCING_COVERAGE } from "./thresholds";

export const coverageParts = ["backstop", "nettable", "throttle", "insurance"] as const;
export type CoveragePart = (typeof coverageParts)[number];

/** Everything that could pay. */
export function availableOf(coverage: Coverage): Usd {
  return coverageParts.reduce((sum, part) => sum + coverage[part], 0n);
}

/** How a market is covered: `unmeasured` with several pairs, `none` where the gap reaches no debt. */
export type CoverageState = "unknown" | "unmeasured" | "none" | "enough" | "thin" | "short";

export function coverageState(coverage: Coverage | null | undefined): CoverageState {
  if (coverage === undefined) return "unknown";
  if (coverage === null) return "unmeasured";
  if (coverage.ratio === null) return "none";
  if (coverage.ratio < REDUCING_COVERAGE) return "short";
  return coverage.ratio < OPENING_COVERAGE ? "thin" : "enough";
}

/** `1.61`, or a word where there is no number. */
export function coverageText(coverage: Coverage | null | undefined): string {
  const state = coverageState(coverage);
  if (coverage === undefined || coverage === null || coverage.ratio === null)
    return riskCopy.coverage.texts[state];
  return formatRatio(coverage.ratio);
}

/** What the coverage means, in one sentence. */
export function coverageSentence(coverage: Coverage | null | undefined): string {
  const state = coverageState(coverage);
  const words = riskCopy.coverage.sentences;
  if (coverage === undefined || coverage === null)
    return state === "unknown" ? words.unknown : words.unmeasured;
  if (state === "none") return words.none(gapText(coverage.gap), coverage.symbol);
  const figures = [formatUsdCompact(availableOf(coverage)), formatUsdCompact(coverage.needed)] as const;
  return words[state === "short" ? "short" : state === "thin" ? "thin" : "enough"](...figures);
}

/** `12 %` */
export function gapText(gap: Wad): string {
  return formatMove(gap).replace("+", "");
}

/** Lengths of a coverage bar, in thousandths of its whole width. */
export interface CoverageBar {
  readonly parts: Readonly<Record<CoveragePart, number>>;
  readonly needed: number;
  /** Where new leverage stops; beyond the bar it is at its end. */
  readonly opening: number;
}

/** The bar is as long as the larger of what is there and what stops new leverage. */
export function coverageBar(coverage: Coverage): CoverageBar {
  const stop = (coverage.needed * OPENING_COVERAGE) / WAD;
  let whole = availableOf(coverage);
  if (stop > whole) whole = stop;
  const share = (value: Usd) => (whole === 0n ? 0 : Number((value * 1_000n) / whole));
  return {
    parts: {
      backstop: share(coverage.backstop),
      nettable: share(coverage.nettable),
      throttle: share(coverage.throttle),
      insurance: share(coverage.insurance),
    },
    needed: share(coverage.needed),
    opening: share(stop),
  };
}
