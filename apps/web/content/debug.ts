import { translated } from "./translated";

/** Words of the page that says what the app is connected to. */
export const debugCopy = /* @__PURE__ */ translated("debug", {
  title: "Diagnostics",
  about: "What this page is connected to, and what an error means.",
  endpoints: {
    title: "Endpoints of the chain",
    table: "Endpoints of the chain",
    head: { url: "Endpoint", state: "State", chain: "Chain", block: "Block", delay: "Answer" },
    states: { used: "In use", ready: "Ready", down: "No answer", foreign: "Another chain", asking: "Asking" },
    delay: (ms: number) => `${ms} ms`,
    again: "Ask again",
    note: "The first one that answers is used. One that lags or is of another chain never is.",
  },
  oracle: { title: "Prices", none: "Prices are not known yet." },
  system: {
    title: "This page",
    version: "Version",
    chain: "Chain",
    index: "Index of the past",
    indexStates: {
      none: "none: histories are read from the chain",
      current: "current",
      indexing: "indexing",
      behind: "behind",
      down: "does not answer",
    },
    contracts: "Contracts",
  },
  decode: {
    title: "What an error means",
    label: "Data or selector, 0x…",
    about: "Paste what a wallet or an explorer shows after a failed transaction. Nothing leaves this page.",
    none: "No data in this text: it starts with 0x and has at least 8 digits.",
    unknown: (selector: string) => `${selector} is none of this version's errors.`,
    name: "Error",
  },
} as const);
