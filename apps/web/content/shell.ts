import { translated } from "./translated";

export const shellCopy = /* @__PURE__ */ translated("shell", {
  menu: "Menu",
  nav: {
    label: "Pages",
    trade: "Trade",
    portfolio: "Portfolio",
    earn: "Earn",
    liquidations: "Liquidations",
    risk: "Risk",
  },
  chain: {
    label: (name: string) => `Chain ${name}`,
    block: "Block",
    states: { loading: "connecting", ok: "live", stale: "old", error: "no connection" },
    about: (url: string) => `Read from ${url}, once per block.`,
    details: "Connection and errors in detail",
  },
  oracle: {
    label: "Oracle",
    live: (age: string) => `live, ${age}`,
    guarded: "sources differ",
    down: "no price",
    loading: "unknown",
    head: { asset: "Asset", price: "Price", deviation: "Sources differ", age: "Age", state: "State" },
    states: { ok: "Live", guarded: "Wide", down: "Stale" },
    notes: {
      ok: "Each price has up to three sources: a Chainlink feed, Pyth and the Uniswap average.",
      guarded: "Sources differ: collateral counts at the lower price, debt at the higher one.",
      down: "Without a price, opening is paused. Closing and adding collateral still work.",
    },
  },
  theme: { toLight: "Use the light theme", toDark: "Use the dark theme" },
  unaudited: { word: "Unaudited", text: "These contracts have not been audited. Use money you can lose." },
  banners: {
    lost: "No connection to the chain.",
    lostBody: (attempt: number, since: string) =>
      `Attempt ${attempt}. Numbers below are from ${since} and signing is off.`,
    neverConnected: (attempt: number) => `Attempt ${attempt}. Nothing can be shown until it answers.`,
    stalled: (age: string) => `Data is ${age} old.`,
    stalledBody: (block: string) => `Last block ${block}. Signing is off until a new block arrives.`,
    elsewhere: (host: string) => `Read from ${host}.`,
    elsewhereBody: (host: string) => `${host} does not answer. It is tried again, and used again, by itself.`,
    outdated: "This page is out of date.",
    outdatedBody: "The app or its contracts changed since it was loaded. Load it again before you sign.",
    reload: "Load again",
  },
  notFound: {
    title: "No such page",
    body: "The address may be mistyped, or the market is not listed on this chain.",
    back: "Go to ETH/USDC",
  },
  crash: {
    title: "This page stopped working",
    body: "Your positions are on the chain and are not affected. Load the page again.",
    retry: "Try again",
  },
  activity: {
    label: "Activity",
    empty: "Transactions of this browser appear here.",
    pending: (count: number) => (count === 1 ? "1 pending" : `${count} pending`),
    unread: (count: number) => (count === 1 ? "1 new alert" : `${count} new alerts`),
    clear: "Clear",
    states: { pending: "Waiting for a block", done: "Done", failed: "Failed", cancelled: "Cancelled" },
  },
} as const);
