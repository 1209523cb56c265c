import type { Coverage, MarketRisk, Regime, RegimeReason } from "@gimbal/sdk";
import { regimeCopy } from "@/content/regime";
import { formatRatio } from "@/lib/format";
import { OPENING_COVERAGE } from "./thresholds";

/** From quiet to closed. */
export const regimes = ["calm", "elevated", "stress", "halt"] as const satisfies readonly Regime[];

/** Colour of a regime: none until it matters. */
export const regimeTones = {
  calm: "neutral",
  elevated: "soft",
  stress: "auction",
  halt: "auction",
} as const satisfies Record<Regime, string>;

/** A reason as a sentence. */
export function reasonText(reason: RegimeReason): string {
  return regimeCopy.reasons[reason];
}

/** Why new leverage is refused: the fact with its number, and what it means. */
export interface Closed {
  readonly detail: string;
  readonly about: string;
}

/** Undefined while new leverage is taken. */
export function closedOf(
  risk: Pick<MarketRisk, "openingsClosed" | "regime" | "coverage"> | undefined,
): Closed | undefined {
  if (risk === undefined || !risk.openingsClosed) return undefined;
  const { coverage, regimes: byRegime, aboutCoverage, aboutRegime } = regimeCopy.closed;
  return isThin(risk.coverage)
    ? {
        detail: coverage(formatRatio(risk.coverage.ratio), formatRatio(OPENING_COVERAGE)),
        about: aboutCoverage,
      }
    : { detail: byRegime[risk.regime], about: aboutRegime };
}

function isThin(coverage: Coverage | null): coverage is Coverage & { readonly ratio: bigint } {
  return coverage !== null && coverage.ratio !== null && coverage.ratio < OPENING_COVERAGE;
}
