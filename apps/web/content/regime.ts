import type { Regime, RegimeReason } from "@gimbal/sdk";
import { translated } from "./translated";

/** Words of the regime of a market, for every page that shows it. */
export const regimeCopy = /* @__PURE__ */ translated("regime", {
  term: "Regime",
  names: { calm: "Calm", elevated: "Elevated", stress: "Stress", halt: "Halt" } satisfies Record<
    Regime,
    string
  >,
  meanings: {
    calm: "Nothing unusual is measured.",
    elevated: "Something unusual is measured: new risk is taken with more care.",
    stress: "Measures are far from usual: little new risk is taken. Closing and adding collateral work.",
    halt: "No new risk is taken. Closing and adding collateral work.",
  } satisfies Record<Regime, string>,
  about: "Told from volatility, depth, correlation and the price sources. It rises at once and falls slowly.",
  since: (age: string) => `For ${age}.`,
  because: "Because",
  noReason: "Nothing measured calls for it any more: it falls slowly.",
  more: "See all measures",
  reasons: {
    volatility: "Short volatility is far above that of the week",
    depth: "Depth is far below the usual",
    price: "A price source is missing, old, or differs from the others",
    correlation: "Short and long correlations part",
    clips: "Price jumps met the rail of the estimate",
    stale: "Volatility was not sampled for long",
    cooling: "It was higher shortly ago and falls slowly",
  } satisfies Record<RegimeReason, string>,
  closed: {
    term: "Openings are closed",
    note: "openings are closed",
    button: "Openings are closed. Closing works",
    body: "Closing, reducing and adding collateral work.",
    sentence: (detail: string) => `Openings are closed: ${detail}.`,
    coverage: (ratio: string, bound: string) => `coverage ${ratio}, new leverage stops at ${bound}`,
    regimes: {
      calm: "no new leverage is taken now",
      elevated: "the market is elevated",
      stress: "the market is under stress",
      halt: "the market is halted",
    } satisfies Record<Regime, string>,
    aboutCoverage:
      "Coverage is the money at hand divided by the debt that a price gap would make liquidatable. Below 1.20 no new leverage is taken, so that liquidations can always be paid. Closing, reducing and adding collateral work.",
    aboutRegime:
      "What is measured of this market is too far from usual to take new risk. Closing, reducing and adding collateral work.",
  },
} as const);
