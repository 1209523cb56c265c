import { translated } from "./translated";

/** Words of the vault of a reserve: the loan as a token. */
export const vaultCopy = /* @__PURE__ */ translated("vault", {
  title: (reserve: string) => `Vault token of ${reserve}`,
  about:
    "The same loan, held as an ERC-4626 token. Choose it where the loan shall be used further: a share can be sent, sold or lodged in another protocol, and it earns wherever it lies. A direct supply earns the same, needs no token, and is the simpler choice for who only lends.",
  loading: "Loading the vault",
  none: "This reserve has no vault.",
  failed: {
    title: "The vault did not load",
    body: "The chain did not answer. Your shares are not affected.",
  },
  figures: {
    label: "Figures of the vault",
    yours: "Your shares are worth",
    yoursNote: (shares: string, part: string) => `${shares} shares, ${part} of the vault`,
    yoursNone: "no shares yet",
    earned: "Earned by you",
    earnedNote: "since your first share",
    earnedUnknown: "shares were sent: what was paid for them is not known",
    price: "Share price",
    priceNote: (change: string) => `${change} since the start`,
    size: "In the vault",
    sizeNote: (part: string) => `${part} of the reserve`,
    rate: "Earns now, a year",
    rateNote: "as the reserve does",
    explain: {
      price:
        "What the first share is worth: 1 at the start, higher by all interest since, lower by what was lost. Rounded down.",
      earned:
        "What your shares are worth and what you took out, less what you paid in. From the events of the vault.",
    },
  },
  recovery: {
    owed: (amount: string) => `${amount} of its losses is not recovered yet.`,
    claimable: (amount: string) =>
      `${amount} was recovered. Anyone may collect it for all who hold shares; it then counts over a week.`,
    vesting: (amount: string, time: string) => `${amount} that was recovered counts fully on ${time}.`,
    harvest: (amount: string) => `Collect ${amount}`,
  },
  address: {
    label: "Address of the vault",
    copy: "Copy the vault's address",
    note: "ERC-4626, with EIP-2612 permits for its own shares. It has no owner and no parameter.",
  },
  actions: {
    deposit: "Deposit",
    withdraw: "Withdraw",
    depositLabel: (symbol: string, market: string) => `Deposit ${symbol} to the vault of ${market}`,
    withdrawLabel: (symbol: string, market: string) => `Withdraw ${symbol} from the vault of ${market}`,
  },
  dialog: {
    title: (what: string, symbol: string) => `${what} ${symbol}, vault token`,
    description: (market: string) => `Vault of the reserve of ${market}.`,
    mode: "Change",
    amount: "Amount",
    balance: (amount: string) => `Balance ${amount}`,
    yours: (amount: string) => `Your shares ${amount}`,
    preview: "Preview",
    rows: {
      shares: "Your shares",
      worth: "They are worth",
      value: "Value",
      supplyRate: "Supply rate",
    },
    notes: {
      aboveStake: (amount: string) => `Only ${amount} is yours.`,
      cap: (amount: string) => `The supply cap leaves room for ${amount}.`,
      useMax: "Use Max",
    },
    button: {
      empty: "Enter an amount",
      deposit: (amount: string) => `Review: deposit ${amount}`,
      withdraw: (amount: string) => `Review: withdraw ${amount}`,
    },
  },
  shares: (amount: string) => `${amount} shares`,
  titles: {
    deposit: (amount: string) => `Deposit ${amount} to the vault`,
    withdraw: (amount: string) => `Withdraw ${amount} from the vault`,
    all: (symbol: string) => `all ${symbol}`,
    harvest: (amount: string) => `Collect ${amount} for the vault`,
  },
  effects: {
    issued: (shares: string) => `About ${shares} come to your wallet, a token that earns the interest`,
    lent: (amount: string) => `The vault lends ${amount} to borrowers`,
    burnt: (shares: string) => `${shares} leave your wallet`,
    burntAbout: (shares: string) => `About ${shares} leave your wallet`,
    returned: (amount: string) => `${amount} returns to your wallet`,
    returnedAbout: (amount: string) => `About ${amount} returns to your wallet`,
    harvested: (amount: string) => `${amount} is lent again, and counts for all shares over a week`,
  },
  rows: {
    call: "Call",
    vault: "Vault",
    receiver: "Receiver",
    you: "you",
    sharesAfter: "Your shares after",
    supplyRate: "Supply rate after",
  },
  notices: {
    redeemed: (amount: string) => `${amount} came to your wallet`,
    deposited: "The shares are in your wallet",
  },
  borrowers: {
    title: (reserve: string) => `Who borrows ${reserve}`,
    summary: (amount: string, count: number) =>
      `${amount} owed by ${count} ${count === 1 ? "account" : "accounts"}`,
    about:
      "Every debt is backed by collateral of its own account, which is never lent. An account below health 1.00 is sold.",
    head: {
      collateral: "Against",
      accounts: "Accounts",
      debt: "Owed",
      share: "Of the debt",
      held: "Collateral",
      cover: "Covers",
    },
    coverExplain:
      "Value of the collateral over the debt it backs, at index prices. Below 1.00 it would not be enough.",
    lowest: (health: string) => `lowest health ${health}`,
    none: "Nobody borrows from this reserve now.",
    nothing: "no collateral",
    failed: {
      title: "Who borrows did not load",
      body: "The chain did not answer. What you lent is not affected.",
    },
    loading: "Loading who borrows",
    label: (reserve: string) => `Debt of ${reserve} by what backs it`,
  },
  caps: {
    title: "Caps",
    supply: "Supply cap",
    debt: "Borrow cap",
    room: (room: string) => `room for ${room}`,
    used: (part: string) => `${part} used`,
    full: "full: no more is taken",
  },
  table: { asToken: (amount: string) => `+ ${amount} as token` },
} as const);
