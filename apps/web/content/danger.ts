import { translated } from "./translated";

/** Words about positions that are, or are about to be, closed by others. */
export const dangerCopy = /* @__PURE__ */ translated("danger", {
  auction: (name: string) => `${name} is in auction.`,
  soft: (name: string, health: string) => `${name} is in the soft zone, health ${health}.`,
  stops: (amount: string, health: string) => `Adding ${amount} brings health to ${health} and stops it.`,
  raises: (amount: string, health: string) => `Adding ${amount} brings health to ${health}.`,
  close: "No amount of this asset brings it back. Close it to keep what is left.",
  add: (amount: string) => `Add ${amount}`,
  addAny: "Add collateral",
  reduce: "Reduce to safe",
  reduceLabel: (name: string, size: string) => `Reduce ${name} by ${size}, to safe`,
  at: (discount: string) => `Auction at ${discount}`,
  notStarted: "Auction not started",
  netting: {
    label: "Netting",
    sentence:
      "Let opposite positions in liquidation be closed against yours at the oracle price. You earn half of their bonus; it never raises your requirement, but your position may end early.",
  },
  softZone: {
    label: "Soft closing",
    sentence:
      "Just above 1.00, let anyone close small slices for a fee of at most 1 %. It often avoids the auction.",
    on: "On",
    off: "Off",
    turnOn: "Turn on",
    turnOff: "Turn off",
    extra: "The choice is a second transaction, after the position is open.",
  },
} as const);
