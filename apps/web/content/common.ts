import { translated } from "./translated";

export const common = /* @__PURE__ */ translated("common", {
  product: "Gimbal",
  tagline: "leverage that stays level",
  description:
    "Margin trading against real on-chain liquidity, with health measured by the contract's own threshold.",
  close: "Close",
  cancel: "Cancel",
  retry: "Retry",
  dismiss: "Dismiss",
  max: "Max",
  copy: "Copy",
  copied: "Copied",
  none: "None",
  unknown: "—",
  before: "Before",
  after: "After",
  item: "Item",
  limitNow: (text: string) => `now ${text}`,
  limitMax: (text: string) => `max ${text}`,
  about: (term: string) => `About: ${term}`,
  skip: "Skip to content",
} as const);
