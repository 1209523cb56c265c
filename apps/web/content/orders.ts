import { translated } from "./translated";

/** Words of the orders inside an owner's accounts, and between them. */
export const ordersCopy = /* @__PURE__ */ translated("orders", {
  dialog: {
    title: (name: string) => `Swap or move ${name}`,
    loading: "Reading the account",
    gone: "This account is empty. There is nothing to swap or move.",
    failed: {
      title: "The account was not read",
      body: "The chain did not answer. Your account is not affected.",
    },
    mode: "Order",
    modes: { swapCollateral: "Swap collateral", swapDebt: "Swap debt", move: "Move" },
    about: {
      swapCollateral:
        "Sells collateral for another on Uniswap, in one transaction. The debt and your wallet stay as they are.",
      swapDebt:
        "Borrows another asset and pays this debt back with it, in one transaction. Collateral and wallet stay as they are.",
      move: "From this sub-account to another of yours, in the same market or in one with the same assets. Nothing goes through your wallet.",
    },
  },
  swap: {
    from: { swapCollateral: "Sell", swapDebt: "Pay back" },
    to: { swapCollateral: "For", swapDebt: "By borrowing" },
    amount: { swapCollateral: "Collateral to sell", swapDebt: "Debt to pay back" },
    held: (amount: string) => `Held ${amount}`,
    owed: (amount: string) => `Owed ${amount}`,
    all: "All of it, as much as it is when the transaction runs.",
    most: (amount: string) => `At most ${amount} now, so that the account still has its opening margin.`,
    tooMuch: {
      swapCollateral: (amount: string) => `The account holds ${amount}.`,
      swapDebt: (amount: string) => `Only ${amount} is owed.`,
    },
    useMax: "Use Max",
    nothing: {
      swapCollateral: {
        title: "No collateral",
        body: "This account holds nothing that could be swapped.",
      },
      swapDebt: { title: "No debt", body: "This account owes nothing that could be swapped." },
    },
    noOther: {
      title: "No other asset",
      swapCollateral: (owed: string) =>
        `An account never holds what it owes, and all other assets of this market are owed: ${owed}. Pay them back, or move the position to the cross account first.`,
      swapDebt: (held: string) =>
        `An account never owes what it holds, and all other assets of this market are held: ${held}. Move the position to the cross account first.`,
    },
  },
  costs: {
    title: "What it costs",
    bought: "Bought",
    borrowed: "Borrowed",
    atLeast: "At least",
    atMost: "At most",
    impact: "Price impact",
    fees: "Fees of the pools",
    route: "Route",
    loanFee: "Fee of the loan, added to the debt",
    free: "None",
    grades: { neutral: "low", warning: "high", bad: "very high" },
    explain: {
      impact: "How far this trade itself moves the price of its pools, without their fees.",
      loanFee:
        "To move a debt it is paid back and borrowed anew. A Uniswap pool lends the tokens for that moment, for its fee.",
    },
  },
  move: {
    what: "What",
    whats: { collateral: "Collateral", position: "Collateral and debt" },
    asset: "Asset",
    collateralAsset: "Collateral that moves",
    debtAsset: "Debt that moves",
    amount: "Collateral to move",
    target: "To",
    existing: (name: string, kind: string) => `${name}, ${kind}`,
    fresh: (market: string, kind: string) => `New: ${market}, ${kind}`,
    freshCross: (market: string) => `New: ${market}`,
    whole: (collateral: string, debt: string) => `${collateral} and the debt of ${debt} move as a whole.`,
    several:
      "This account holds or owes several assets. One order moves one collateral with one debt, each as a whole.",
    most: (amount: string) =>
      `At most ${amount} now: what stays here has to keep its opening margin. To take more, move the debt as well.`,
    held: (amount: string) => `Held ${amount}`,
    noDebt: { title: "No debt", body: "Without debt there is only collateral to move." },
    noCollateral: { title: "No collateral", body: "This account holds nothing that could be moved." },
    noTarget: {
      title: "No other account",
      body: "No market takes this asset in the same place, and the further accounts of this one are in use.",
    },
  },
  operator: {
    title: "Account mover",
    needed:
      "Moving needs a permission, once: the account mover may then act on your sub-accounts, but only when you call it. It comes as a step of its own before the move.",
    given: "It may act on your sub-accounts when you call it. Nothing else uses the permission.",
    unknown: "Reading whether it may act",
    failed: "It was not read whether it may act.",
    retry: "Read again",
    revoke: "Take back",
    revokeLabel: "Take back the permission of the account mover",
    states: { on: "Allowed", off: "Not allowed" },
  },
  preview: {
    title: "Before and after",
    account: (name: string) => `${name}, before and after`,
    from: (name: string) => `From: ${name}`,
    to: (name: string) => `To: ${name}`,
    rows: {
      health: "Health",
      leverage: "Leverage",
      liquidation: "Liquidation price",
    },
    holds: (symbol: string) => `Collateral in ${symbol}`,
    owes: (symbol: string) => `Debt in ${symbol}`,
    empty: "Empty",
  },
  button: {
    empty: "Enter an amount",
    review: (what: string) => `Review: ${what}`,
    checking: "Checking on chain",
    noQuote: "No quote from the chain",
    unreadable: "This is no amount",
    risky: (what: string, health: string) => `${what}, health ${health}`,
  },
  titles: {
    swapCollateral: (amount: string, to: string) => `Swap ${amount} for ${to}`,
    swapDebt: (amount: string, to: string) => `Swap debt of ${amount} for ${to}`,
    move: (amount: string) => `Move ${amount}`,
    movePosition: (collateral: string, debt: string) => `Move ${collateral} and ${debt} of debt`,
    moveDebt: (debt: string) => `Move ${debt} of debt`,
    operatorOn: "Allow the account mover",
    operatorOff: "Take back the permission of the account mover",
    all: (symbol: string) => `all ${symbol}`,
  },
  effects: {
    sold: (amount: string) => `${amount} of collateral is sold`,
    bought: (amount: string, least: string) => `About ${amount} becomes collateral, at least ${least}`,
    repaid: (amount: string) => `${amount} of debt is paid back`,
    borrowed: (amount: string, most: string, rate: string) =>
      `About ${amount} is borrowed at ${rate} a year, at most ${most}`,
    operatorOn: "The account mover may act on your sub-accounts when you call it",
    operatorOff: "The account mover may no longer act on your sub-accounts",
    moved: (amount: string, name: string) => `${amount} of collateral goes to ${name}`,
    debtMoved: (amount: string, name: string) => `${amount} of debt goes to ${name}`,
    loanFee: (amount: string) =>
      `The pool that lends for the moment gets at most ${amount}, added to the debt`,
  },
  rows: {
    contract: "Contract",
    contracts: {
      positionRouter: "Position router",
      accountMover: "Account mover",
      marginEngine: "Margin engine",
    },
    withAddress: (name: string, address: string) => `${name} ${address}`,
    sells: "Sells",
    pays: "Pays back",
    collateral: "Moves collateral",
    debt: "Moves debt",
    maxFee: "Loan costs at most",
    permission: "Permission",
    all: (symbol: string) => `All ${symbol}`,
    deadline: "Valid until",
    unreadable: "Not readable. Do not sign it.",
    of: (name: string, what: string) => `${name}: ${what}`,
  },
  unfinished: {
    title: (what: string) => `${what} is not finished.`,
    body: "The account mover is allowed, the move itself was not sent.",
    resume: "Continue",
    forget: "Forget it",
  },
} as const);
