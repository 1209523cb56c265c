import type { WatchFault } from "@/features/watch/watch-param";
import { translated } from "./translated";

/** Words of watch mode: reading somebody's positions without a wallet. */
export const watchCopy = /* @__PURE__ */ translated("watch", {
  title: (address: string) => `Watching ${address}.`,
  body: "Everything can be read, nothing signed.",
  invalid: "This link watches nobody.",
  faults: {
    empty: "Enter an address",
    length: "An address is 0x and 40 digits from 0 to f. Copy it again",
    checksum: "The capital letters of this address do not add up, so a digit is wrong. Copy it again",
  } satisfies Record<WatchFault, string>,
  copyLink: "Copy link",
  copied: "Link copied",
  notCopied: "The browser copies nothing. Copy this link by hand",
  share: "Share",
  shareAbout: "Link to read this portfolio, without a wallet",
  shareMarket: "Copy a link to this ticket",
  exit: "Stop watching",
  dialog: {
    open: "Watch an address",
    title: "Watch an address",
    about:
      "Positions, health and history of any account, to read only. The address is kept in the link and nowhere else.",
    label: "Address",
    action: "Watch",
  },
} as const);
