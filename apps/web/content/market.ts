import { translated } from "./translated";

export const marketCopy = /* @__PURE__ */ translated("market", {
  region: "Market",
  menu: "Markets",
  cross: "Cross margin",
  change: (age: string) => `Change of the index in ${age}`,
  columns: { market: "Market", price: "Index price", rate: "Borrow rate" },
  stats: {
    volatility: "Forecast volatility",
    depth: "Depth for margins",
    borrowRate: "Borrow rate",
    utilisation: "Utilisation",
    borrowable: "Can be borrowed",
  },
  explain: {
    volatility:
      "How much the price is expected to move, as a yearly rate: the chain's forecast of the next 24 hours, or the average of the last 6 hours when that is higher. When it rises, the maximum leverage falls.",
    depth:
      "Value in USD that moves the pool's price by 1 %, as margins count it: it follows the pools slowly, so that nobody moves margins by moving liquidity. A position that is large beside it needs more margin. The risk page shows the depth of now.",
    borrowRate:
      "What a borrower of USDC pays a year, now. It follows utilisation in every block: above the target it climbs, below it falls.",
    utilisation: "Part of the supplied USDC that is borrowed.",
    borrowable: "USDC that is supplied and not borrowed: the most that new longs can take on.",
  },
  paused: "Opening is paused. Closing and adding collateral work.",
  notLoaded: {
    title: "Markets did not load",
    body: "The chain did not answer. Your positions are not affected.",
  },
} as const);
