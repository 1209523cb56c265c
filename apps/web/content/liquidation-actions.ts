import { translated } from "./translated";

/** Words of actions on accounts that are, or may be, closed by others. */
export const liquidationActionsCopy = /* @__PURE__ */ translated("liquidationActions", {
  titles: {
    take: (amount: string) => `Repay ${amount}`,
    takeAndSell: (amount: string) => `Repay ${amount} without capital`,
    mark: "Start the auction",
    net: (market: string) => `Net two accounts of ${market}`,
    softOn: "Allow soft closing",
    softOff: "End soft closing",
    nettableOn: "Take part in netting",
    nettableOff: "End taking part in netting",
    claim: (symbol: string) => `Claim recovered ${symbol}`,
  },
  effects: {
    repaid: (amount: string, owner: string) => `${amount} of debt of ${owner} is paid back`,
    fee: (amount: string) => `${amount} goes to the insurance of the reserve`,
    seized: (amount: string) => `${amount} comes to your wallet, at the price of that moment or better`,
    sold: (amount: string) => `${amount} is seized and sold in the pool`,
    paidFor: (amount: string, owner: string) => `${amount} of it pays the debt of ${owner} and the fee`,
    left: (amount: string) => `About ${amount} is left and comes to your wallet`,
    mark: "The clock starts: from now the discount grows every 12 seconds",
    net: (unhealthy: string, opposite: string) =>
      `Positions of ${unhealthy} and ${opposite} are closed against each other`,
    netPrice: "Both at the oracle price. Nothing leaves or comes to your wallet",
    softOn:
      "Anyone may close at most 10 % of the debt every 5 minutes while health is just above 1, at up to 1 %",
    softOff: "Nothing is closed above 1. Below 1.00 the auction begins, as for everyone",
    nettableOn:
      "Opposite positions that are liquidated may be closed against yours at the oracle price; you get half of their bonus on top",
    nettableOff:
      "Yours is netted only where takers have failed, the most indebted first, and by half at most",
    claim: "What was recovered for you comes to your wallet",
  },
  rows: {
    pay: "You pay",
    receive: "You receive",
    left: "Left for you",
    atLeast: "At least",
    bonus: "Bonus",
    profit: "Profit at the oracle price, USD",
    maxPrice: (symbol: string) => `Most you pay for one ${symbol}, USD`,
    deadline: "Valid until, UTC",
  },
  notices: {
    took: (amount: string) => `${amount} came to your wallet.`,
    marked: "The auction runs.",
    softOn: "Slices may be closed before the auction.",
    softOff: "Nothing is closed before the auction.",
    nettableOn: "Your position may be netted, for a rebate.",
    nettableOff: "Your position is no longer offered for netting.",
  },
} as const);
