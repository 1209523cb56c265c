import { translated } from "./translated";

/** Words of the backstop vault. */
export const backstopCopy = /* @__PURE__ */ translated("backstop", {
  title: (market: string) => `Backstop of ${market}`,
  all: "Backstop vaults",
  about:
    "Takes over positions that nobody buys, at a discount, and pays losses of this market before its suppliers do.",
  loading: "Loading the backstop",
  failed: {
    title: "The backstop did not load",
    body: "The chain did not answer. Your stake is not affected.",
  },
  figures: {
    label: "Figures of the backstop",
    size: "Size",
    sizeNote: (free: string) => `${free} free`,
    price: "Share price",
    priceNote: (change: string) => `${change} since the start`,
    coverage: "Coverage of the market",
    coverageNote: "new leverage stops at 1.20",
    coverageNone: "no debt to cover",
    covered: "Losses paid",
    coveredNote: (room: string) => `at most ${room} in the next`,
    yours: "Your stake",
    yoursNote: (share: string) => `${share} of the vault`,
    yoursNone: "nothing yet",
    explain: {
      price:
        "What one share would redeem for, at the careful mark: 1.00 at the start, more by what takeovers and fees earned, less by what was lost.",
      coverage:
        "All means of the market against the debt that its stress gap would make liquidatable. The vault is the largest of them.",
    },
  },
  holdings: {
    title: "What it holds",
    cash: "Cash",
    vesting: (amount: string) => `${amount} of it is income that counts within a day`,
    held: (symbol: string) => `${symbol}, taken over`,
    owed: (symbol: string) => `${symbol}, owed`,
    hedged: (ratio: string, target: string) => `hedged ${ratio}, target ${target}`,
    none: "Nothing but cash: no position waits to be sold.",
  },
  risks: {
    title: "What can go wrong",
    items: [
      "It buys what falls. Until that is sold, the vault falls with it.",
      "A loss of the market is paid from it before suppliers lose anything. Your stake shrinks by your part.",
      "To leave takes time, and shares that wait still bear every loss.",
      "These contracts have not been audited.",
    ],
  },
  exit: {
    title: "Your exit",
    about: (cooldown: string, window: string) =>
      `To leave: request, wait ${cooldown}, then withdraw within ${window}. Until then your shares bear every loss.`,
    waiting: (amount: string) => `${amount} waits to leave.`,
    opens: (time: string) => `The window opens in ${time}.`,
    open: (time: string) => `The window is open for ${time}.`,
    limited: (room: string) => `Exits are limited while losses may come: ${room} may leave now.`,
    paused: "A price the vault needs is down. Deposits and exits wait.",
  },
  actions: {
    deposit: "Deposit",
    request: "Request exit",
    redeem: (amount: string) => `Withdraw ${amount}`,
    cancel: "Cancel exit",
    connect: "Connect wallet to deposit",
  },
  dialog: {
    titles: { deposit: "Deposit to the backstop", request: "Request an exit" },
    amount: "Amount",
    balance: (amount: string) => `Balance ${amount}`,
    yours: (amount: string) => `Your stake ${amount}`,
    button: {
      empty: "Enter an amount",
      deposit: (amount: string) => `Review: deposit ${amount}`,
      request: (amount: string) => `Review: request exit of ${amount}`,
    },
    notes: {
      aboveStake: (amount: string) => `Only ${amount} is yours.`,
      useMax: "Use Max",
    },
  },
  titles: {
    deposit: (amount: string) => `Deposit ${amount} to the backstop`,
    request: (amount: string) => `Request exit of ${amount}`,
    redeem: (amount: string) => `Withdraw ${amount} from the backstop`,
    cancel: "Cancel the exit",
    takeOver: "Let the backstop take over",
  },
  effects: {
    deposited: "It backs this market: it takes positions over and pays losses",
    cooldown: (time: string) => `The cooldown of ${time} begins. The shares still bear every loss`,
    redeemed: (amount: string) => `About ${amount} comes to your wallet`,
    stays: (amount: string) => `${amount} stays in the vault`,
    takeOver: (owner: string) => `The vault pays the debt of ${owner} and keeps its collateral`,
    reward: "A small reward comes to your wallet: the gas back, and a little more",
  },
} as const);
