import { translated } from "./translated";

/** Words of the risk page. */
export const riskCopy = /* @__PURE__ */ translated("risk", {
  title: "Risk",
  markets: "Market",
  assets: "Asset",
  loading: "Loading the risk report",
  failed: {
    title: "The risk report did not load",
    body: "The chain did not answer. Your positions are not affected.",
  },
  empty: { title: "No markets", body: "This chain has no market that is measured yet." },
  old: (age: string) => `These figures are ${age} behind the rest of the page.`,
  showTable: "Show as table",
  showChart: "Show as chart",
  kpis: {
    label: "Figures of the market",
    volatility: "Forecast volatility",
    realised: (value: string) => `realised ${value}, 24 h`,
    leverage: "Maximum leverage",
    leverageSetBy: (what: string) => `${what} sets it`,
    leverageUnknown: "a price is missing",
    coverage: "Coverage",
    coverageStops: "new leverage stops at 1.20",
    reached: (gap: string | undefined) =>
      gap === undefined ? "Debt reached by the gap" : `Debt reached by a ${gap} gap`,
    reachedShare: (share: string) => `${share} of all debt`,
    coverageNone: "no debt to cover",
    reachedNone: "no debt within reach",
    none: "None",
    depth: "Depth to 1 %",
    depthUsual: (value: string) => `usually ${value}`,
    exposure: "Open exposure",
    exposureSplit: (long: string, short: string) => `long ${long}, short ${short}`,
    exposureNone: "nothing is borrowed",
    several: "one figure per pair only",
    explain: {
      volatility:
        "How much the price is expected to move, as a yearly rate: the forecast of the next 24 hours, or the average of the last 6 hours when that is higher. Margins follow it. Realised is what the price did in the last 24 hours.",
      leverage:
        "The most a new long of 1,000 USDC could take now, with the price impact of its own trade. What sets it is named below; when volatility rises it falls.",
      coverage:
        "The money at hand divided by the debt that the gap would make liquidatable, on the side it hurts. Below 1.20 new leverage stops; below 1.00 the market only shrinks.",
      reached:
        "The debt that would become liquidatable at once if the price jumped that far, up or down, whichever is worse. Jumps happen; the forecast does not see them.",
      depth:
        "The value that moves the price by 1 %, read from the pools. Large positions beside it need more margin, because closing them would move the price.",
      exposure:
        "What all positions of the market have borrowed: longs owe the quote asset, shorts owe the base asset. Read from the liquidation map.",
    },
  },
  volatility: {
    title: (asset: string) => `Volatility of ${asset}`,
    forecast: "Forecast, next 24 h",
    realised: "Realised, 24 h back",
    range: "80 % range",
    rangeAbout:
      "Where four of five past forecasts ended, as a part of the forecast: a tenth came out lower, a tenth higher. Shown once a day of forecasts is over.",
    forecastNow: (value: string) => `Forecast ${value}`,
    realisedNow: (value: string) => `Realised ${value}`,
    label: (asset: string, forecast: string, realised: string) =>
      `Forecast and realised volatility of ${asset}, a year. Forecast now ${forecast}, realised ${realised}.`,
    score: (ratio: string) =>
      `Score over 90 days: learned forecast ${ratio} of the fixed one, lower is better.`,
    noScore: "No forecast has been scored yet.",
    inUse: "The learned forecast is in use; it switches off by itself if it scores worse.",
    notInUse:
      "The learned forecast is not in use: it counts after 30 days of scores, while it is the better one.",
    scoreTerm: "How forecasts are scored",
    scoreAbout:
      "Each forecast is compared with what the next 24 hours brought (QLIKE, mean of 90 days). Two forecasts run side by side: one with fixed weights, one that learns. The learned one stays within 0.85 and 1.5 times the other.",
    realisedAbout:
      "Realised is computed in the page: the squared returns between the samples of the last 24 hours, a year. It looks back, the forecast looks ahead.",
    realisedTerm: "Where realised comes from",
    failed: {
      title: "Samples did not load",
      body: "The figures above are right; the chart has no history to draw.",
    },
    empty: { title: "No samples yet", body: "The first one appears here when the oracle is poked." },
    table: {
      label: "Samples of the volatility oracle",
      time: "Time, UTC",
      forecast: "Forecast",
      realised: "Realised",
      baseline: "Fixed weights",
      learned: "Learned",
    },
  },
  oracles: {
    title: "Oracles",
    label: "Price sources by asset",
    block: (block: string) => `block ${block}`,
    guarded: (assets: string) =>
      `${assets}: sources differ. Collateral counts at the lower one, debt at the higher.`,
    fine: "Every price is fresh. Where there are two sources, a feed and the average of the pool, they agree.",
    down: (assets: string) =>
      `${assets}: no usable price. Closing and adding collateral still work, opening is paused.`,
  },
  map: {
    title: "Liquidation map",
    longs: "Longs",
    shorts: "Shorts",
    about: (asset: string) => `Debt that becomes liquidatable at each ${asset} price`,
    label: (asset: string, now: string, longs: string, shorts: string) =>
      `Debt that becomes liquidatable at each ${asset} price. The price is ${now}. Longs below it owe ${longs}, shorts above it ${shorts}.`,
    gapLabel: (gap: string, debt: string) => `A gap of ${gap} reaches ${debt}.`,
    gap: (move: string) => `${move}, stress gap`,
    explain:
      "Debt is summed by the price at which it becomes liquidatable, so the bars stand still while the price moves. Shaded is the jump that coverage is measured for.",
    empty: {
      title: "No debt to liquidate",
      body: "Positions appear here at the price that would liquidate them.",
    },
    several: { title: "One map per pair", body: "Choose a market with one pair to see its debt by price." },
    table: {
      label: "Debt by liquidation price",
      price: "Price",
      side: "Side",
      away: "Away",
      debt: "Debt",
      reached: "Reached in all",
    },
    tooltip: { price: "Price", debt: "Debt here", reached: "Debt from now to here" },
  },
  coverage: {
    title: "Coverage",
    texts: {
      unknown: "—",
      unmeasured: "—",
      none: "No debt",
      enough: "",
      thin: "",
      short: "",
    },
    sentences: {
      unknown: "Coverage is not known yet.",
      unmeasured: "Coverage is measured for markets with one pair.",
      none: (gap: string, asset: string) =>
        `No debt to cover: a ${gap} gap of ${asset} makes nothing liquidatable.`,
      enough: (available: string, needed: string) =>
        `${available} is at hand against ${needed} that the gap would reach.`,
      thin: (available: string, needed: string) =>
        `${available} is at hand against ${needed}: less than 1.20 times. New leverage is refused until it is more.`,
      short: (available: string, needed: string) =>
        `${available} is at hand against ${needed}: not enough. The market only shrinks until it is.`,
    },
    unmeasured: "Not measured",
    available: "Available",
    needed: (asset: string, gap: string) => `Needed if ${asset} gaps ${gap}`,
    reduceOnly: "1.00 reduce only",
    noNewLeverage: "1.20 no new leverage",
    parts: {
      backstop: "Backstop",
      nettable: "Nettable opposite side",
      throttle: "Throttle capacity",
      insurance: "Insurance",
    },
    explain: {
      backstop: "Money that took the risk of taking over positions that nobody buys. It is paid for that.",
      nettable:
        "Positions on the other side that could be closed against the liquidated ones at the oracle price, with no market between.",
      throttle:
        "What liquidators may sell through pools in that time. It follows depth, so that liquidations cannot outrun the market.",
      insurance: "Part of past liquidation penalties, kept for the losses of this market alone.",
    },
  },
  correlation: {
    title: "Correlation",
    label: "Correlation of each pair",
    note: "Upper half: estimate, the lower of a day and a month. Lower half: what counts as hedge credit, reduced by 0.20 and capped at 0.60.",
    hedgeless: "New positions of this market get no hedge credit now.",
    parts: "Outlined: the two windows disagree, so new positions get no hedge credit.",
    raw: (a: string, b: string) => `${a} and ${b}, estimate`,
    usable: (a: string, b: string) => `${a} and ${b}, counts as hedge credit`,
    disagree: ", windows disagree",
    explainTerm: "What it is for",
    explain:
      "A long and a short of two assets that move together offset each other in part. Only what is left after 0.20 is taken off and 0.60 is not exceeded counts, because correlations break when they matter.",
    empty: { title: "No pairs yet", body: "Correlation appears when two assets have been sampled together." },
  },
  depth: {
    title: (asset: string) => `Depth of ${asset}`,
    unit: "to move the price by 1 %",
    now: "Now",
    usual: "Usually",
    observed: (age: string) => `Observed ${age} ago`,
    change: (change: string) => `${change} against the usual`,
    shrinks:
      "It counts the least of the last observations: it falls at once, rises within a day, and shrinks while nobody looks.",
    explainTerm: "What shrinks it",
    explain:
      "Liquidity that leaves the pools, trades that use it up, and time without an observation. It cannot be pushed up within a block; pushing it down costs whoever does it, and lowers leverage for a while.",
    unmeasured: {
      note: "measured in no pool",
      title: "Not measured",
      body: (asset: string) => `${asset} has no pool that is read.`,
    },
    few: "Too few observations yet",
    label: (asset: string, now: string, usual: string) => `${now} moves ${asset} by 1 %; usually ${usual}.`,
    ladderUnit: "$ M to move the price, pools as they are now",
    ladder: (asset: string) =>
      `Millions of dollars that move the price of ${asset}, in its pools as they are now`,
  },
  health: {
    title: "Health of all accounts",
    unit: "$ M of debt",
    below: "< 1.00",
    label: (below: string) => `Debt of all accounts by health. ${below} is below 1.00.`,
    explain:
      "Debt by how far its liquidation price is from the price now, read from the liquidation map. Each account counts at the nearer edge of its bucket, so the truth is a little healthier.",
    empty: { title: "No debt", body: "Accounts appear here by their health once they borrow." },
    several: {
      title: "One chart per pair",
      body: "Choose a market with one pair to see its accounts by health.",
    },
  },
} as const);
