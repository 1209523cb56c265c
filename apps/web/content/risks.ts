import { translated } from "./translated";

/** What can be lost, before the first transaction of a browser. */
export const risksCopy = /* @__PURE__ */ translated("risks", {
  title: "Before your first transaction",
  risks: [
    "These contracts are unaudited. A fault can cost everything that is in them.",
    "Leverage can cost everything you pay in: prices can jump past your liquidation price.",
    "What a supplier lends may be out when it is wanted back, and can be lost in a crash.",
    "A transaction cannot be taken back, by anybody.",
  ],
  accept: "I understand the risks",
} as const);
