import { translated } from "./translated";

export const tradeCopy = /* @__PURE__ */ translated("trade", {
  title: (market: string) => `${market} · Gimbal`,
  ticket: "Order ticket",
  positions: "Positions and history",
  long: "Long",
  short: "Short",
  chart: {
    region: "Price",
    interval: "Interval",
    spoken: {
      15: "15-second",
      60: "one-minute",
      300: "five-minute",
      900: "15-minute",
      3600: "one-hour",
      14400: "four-hour",
      86400: "one-day",
    },
    source: "Prices of",
    sources: { oracle: "Oracle", trades: "Trades" },
    legend: { entry: "Entry", warning: "Warning", liquidation: "Liquidation" },
    tags: {
      entry: "Entry, average",
      warning: "Warning, soft zone starts",
      liquidation: "Liquidation",
      liquidationNow: "Liquidation now",
      liquidationAfter: (distance: string) => `Liquidation after this trade ${distance}`,
    },
    shortTags: {
      entry: "Entry",
      warning: "Warning",
      liquidation: "Liquidation",
      liquidationNow: "Liquidation now",
      liquidationAfter: (distance: string) => `After this trade ${distance}`,
    },
    fit: "Fit lines",
    showTable: "Show as table",
    showChart: "Show as chart",
    table: { time: "Time, UTC", open: "Open", high: "High", low: "Low", close: "Close" },
    loading: "Loading prices",
    failed: {
      title: "Prices did not load",
      body: "The chain did not answer. Your positions are not affected.",
      ofTrades: "The index of trades does not answer. Prices of the oracle are there.",
    },
    empty: {
      title: "No prices yet",
      body: "The first one appears here when the feed publishes.",
      ofTrades: "The first one appears here when somebody trades in the pool.",
    },
    conclusion: {
      price: (asset: string, interval: string, price: string) =>
        `${asset} price, ${interval} candles. Now ${price}.`,
      entry: (price: string) => `Entry ${price}.`,
      warning: (price: string) => `Warning at ${price}.`,
      liquidation: (price: string, distance: string) => `Liquidation at ${price}, ${distance} away.`,
      after: (price: string) => `After this trade, liquidation at ${price}.`,
    },
  },
} as const);
