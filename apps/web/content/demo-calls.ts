import { translated } from "./translated";

/** Words of the demo wallet about what it is asked to sign. */
export const demoCallsCopy = /* @__PURE__ */ translated("demoCalls", {
  orders: ["Open long", "Open short", "Reduce position", "Close position", "Close position"],
  order: "Order",
  unknown: "unknown",
  pay: "You pay",
  paidOut: "Paid out",
  borrowed: "Borrowed",
  sold: "Sold",
  limit: "Limit of the trade",
  deadline: "Valid until",
  approve: (amount: string) => `Approve ${amount}`,
  spender: "Spender",
  account: {
    titles: {
      flip: "Flip position",
      swapCollateral: "Swap collateral",
      swapDebt: "Swap debt",
      movePosition: "Move position",
      setOperator: "Operator",
    },
    amounts: { flip: "Borrowed and sold", swapCollateral: "Sold", swapDebt: "Paid back" },
    limits: { flip: "Bought at least", swapCollateral: "Bought at least", swapDebt: "Borrowed at most" },
    from: "From",
    to: "To",
    collateral: "Collateral",
    debt: "Debt",
    maxFee: "Loan costs at most",
    allowed: "May act on all sub-accounts",
    notAllowed: "May no longer act",
    all: (symbol: string) => `All ${symbol}`,
  },
  contracts: {
    marginEngine: "Margin engine",
    tradeRouter: "Trade router",
    permit2: "Permit2",
    accountMover: "Account mover",
  },
} as const);
