import type { LeverageBound, Side } from "@gimbal/sdk";
import { translated } from "./translated";

/** Words of the order ticket. */
export const ticketCopy = /* @__PURE__ */ translated("ticket", {
  side: "Side",
  long: "Long",
  short: "Short",
  collateral: "Collateral",
  addCollateral: "Add collateral",
  balance: (amount: string) => `Balance ${amount}`,
  watching: (address: string) => `Watching ${address}`,
  leverage: "Leverage",
  leverageText: (leverage: string, health: string) => `${leverage} times, health ${health} after`,
  leverageAlone: (leverage: string) => `${leverage} times`,
  aim: {
    label: "Decide by",
    size: "Size",
    liquidation: "Liquidation",
    wholeSize: "Size of the whole position",
    liquidationPrice: "Liquidation price",
    aPrice: "A price",
    tooLarge: "More than can be borrowed now.",
    tooSmall: (least: string) => `With this collateral it is at least ${least}.`,
    reduction: "Smaller than the position is: use Adjust to reduce it.",
    wrongSide: (price: string, side: Side) =>
      side === "long"
        ? `A long is liquidated below the price of now, ${price}.`
        : `A short is liquidated above the price of now, ${price}.`,
    closer: "The position would be liquidated before that price, even without new debt.",
  },
  settings: {
    label: (slippage: string, deadline: string) =>
      `Settings: slippage ${slippage} %, deadline ${deadline} min`,
    title: "Order settings",
    slippage: "Slippage",
    deadline: "Deadline",
    percent: "%",
    minutes: "min",
    allowance: "Allowance",
    methods: { signature: "Signature", transaction: "Transaction" },
    about: "Kept in this browser.",
    errors: {
      slippage: {
        "not-a-number": "Write a percentage, for example 0.3",
        "too-low": "At least 0.01 %",
        "too-high": "At most 20 %",
      },
      deadline: {
        "not-a-number": "Write whole minutes, for example 20",
        "too-low": "At least 1 minute",
        "too-high": "At most 1,440 minutes, a day",
      },
    },
    untilThen: (used: string) => `Until then orders use ${used}`,
    warnings: {
      low: "Below 0.1 %: orders often fail in a moving market",
      high: "Above 5 %: a much worse price can pass",
    },
  },
  reason: {
    lead: "Maximum set by",
    names: {
      volatility: "volatility",
      depth: "depth",
      position: "depth",
      cash: "cash",
      cap: "debt cap",
      liquidity: "liquidity",
    } satisfies Record<LeverageBound, string>,
    volatility: (margin: string, buffer: string) => `margin ${margin} × ${buffer} opening buffer`,
    depth: (size: string, margin: string, buffer: string) =>
      `at most ${size}, which needs margin ${margin} × ${buffer}`,
    cash: (amount: string) => `${amount} can be borrowed now`,
    position: (size: string) => `at most ${size} in one position`,
    cap: (amount: string) => `${amount} of new debt is allowed`,
    liquidity: (size: string) => `at most ${size}, the pool cannot fill more`,
    exhausted: (health: string) => `Health is ${health}: nothing more can be borrowed. Add collateral first.`,
    unknown: "The maximum is unknown while a price is missing",
    parts: { volatility: "Volatility", penalty: "Penalty", depth: "Depth" },
    explain: {
      volatility:
        "The margin follows the forecast: what the price can move before a liquidation is done, and what the liquidator may earn. When the forecast rises, the maximum falls.",
      depth:
        "Closing a position this large would itself move the price of the pool. The margin for that grows with the size beside the depth, so a smaller one may take more leverage.",
      cash: "A reserve lends no more than what suppliers left in it. More comes with new supply or with repayments.",
      position:
        "One position may owe at most twenty times what moves the price by 1 %: beyond that nobody knows what unwinding it would cost. The cap falls at once with measured depth and rises slowly.",
      cap: "The reserve takes no more debt than its cap, so that what is owed stays small beside what markets can absorb.",
      liquidity: "The trade goes through one pool. Beyond this size it has no price.",
    } satisfies Record<LeverageBound, string>,
    about:
      "The margin a position must hold, as a part of its value: what the price can move in an hour, what a liquidator may earn, and what selling moves the pool.",
  },
  preview: {
    label: "Preview",
    rows: {
      size: "Size",
      entry: "Entry, average",
      liquidation: "Liquidation price",
      distance: "Distance",
      chanceDay: "Chance of liquidation, 24 h",
      chanceWeek: "Chance of liquidation, 7 d",
      borrowRate: "Borrow rate",
      carry: "Interest on equity, a year",
      impact: "Price impact",
      fees: "Fees",
      minimum: "Minimum received",
    },
    explain: {
      chance:
        "An estimate: how likely the price touches the liquidation price in that time, from the forecast volatility. Jumps happen more often than it says.",
      liquidation:
        "The last oracle price at which the position is safe, computed with the engine's own formula.",
      borrowRate: "What the debt costs a year at this moment, after this trade. It follows utilisation.",
      carry:
        "What interest takes of your own money in a year, at the rates of this moment: the borrow rate times debt over equity. Collateral is never lent, so it earns nothing.",
      impact: "How much the trade moves the Uniswap pool against you, the pool's fee apart.",
      minimum: "The order fails, and nothing moves, if it would bring less than this.",
    },
    none: "None",
    empty: "Enter an amount to see health, liquidation price and costs.",
  },
  button: {
    connect: "Connect wallet",
    connecting: "Connecting",
    watching: "You are watching this account",
    switch: (chain: string) => `Switch to ${chain}`,
    stale: "Signing is off: data is old",
    noData: "Signing is off: no data yet",
    empty: "Enter an amount",
    emptyOrLeverage: "Enter an amount or raise leverage",
    unreadable: "Enter the amount in digits",
    needs: (amount: string) => `Needs ${amount} more`,
    aboveMaximum: (leverage: string) => `Above the maximum of ${leverage}`,
    belowFloor: (leverage: string) => `Below ${leverage} is a reduction: use Adjust`,
    aim: { size: "Check the size", liquidation: "Check the liquidation price" },
    checking: "Checking on chain",
    noQuote: "No quote from the chain",
    review: (what: string) => `Review: ${what}`,
    open: (size: string, side: string) => `open ${size} ${side}`,
    add: (size: string, side: string) => `add ${size} ${side}`,
    risky: (what: string, health: string) => `${what}, health ${health}`,
  },
  guards: {
    "market-paused": () => "Opening is paused. Closing works",
    "openings-closed": () => "Liquidations are thinly covered: opening is closed. Closing works",
    "market-halted": () => "Halted until the market is calm: opening is closed. Closing works",
    "price-down": () => "No price: opening is off",
    "borrow-disabled": () => "Borrowing is off for this asset",
    "collateral-disabled": () => "This asset is not accepted as collateral",
    "cash-short": (bound: string) => `Only ${bound} can be borrowed now`,
    "debt-cap-exceeded": (bound: string) => `Debt cap leaves ${bound}`,
    "debt-below-minimum": (bound: string) => `Borrow at least ${bound}`,
    "liquidity-short": () => "The pool cannot fill this size",
    "initial-margin-not-met": () => "Too little collateral for this leverage",
    "amount-zero": () => "Enter an amount",
  } as Partial<Record<string, (bound: string) => string>>,
  /** Where an account would hold and owe one asset. */
  conflict: {
    opposite: (symbol: string, side: Side) =>
      `Close the ${symbol} ${side === "long" ? "short" : "long"} first`,
    holds: (symbol: string) => `Withdraw the account's ${symbol} first`,
    owes: (symbol: string) => `Pay back the account's ${symbol} first`,
  },
  notes: {
    aboveBalance: (amount: string) => `${amount} more than your balance.`,
    useMax: "Use Max",
    noBalance: (symbol: string) => `You have no ${symbol} yet.`,
  },
  foot: (block: string) => `One transaction. Checked at block ${block}.`,
  loading: "Loading the market",
  failed: {
    title: "The ticket did not load",
    body: "The chain did not answer. Your positions are not affected.",
  },
} as const);
