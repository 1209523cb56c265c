/** Pages that exist, in the order of every menu. `section`: what their addresses begin with. */
export const pages = [
  { href: "/trade/eth-usdc", section: "/trade", name: "trade" },
  { href: "/portfolio", section: "/portfolio", name: "portfolio" },
  { href: "/earn", section: "/earn", name: "earn" },
  { href: "/liquidations", section: "/liquidations", name: "liquidations" },
  { href: "/risk", section: "/risk", name: "risk" },
] as const;
