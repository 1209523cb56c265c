import { translated } from "./translated";

/** Words for a person who is here for the first time. */
export const helpCopy = /* @__PURE__ */ translated("help", {
  title: "How Gimbal works",
  steps: [
    {
      title: "Stay level",
      body: "A position borrows to be larger. Its gauge is level while it is safe and tips as it loses health: below 1.04 it warns, below 1.00 it is sold in parts until it stands again.",
    },
    {
      title: "The maximum moves",
      body: "How much you can borrow follows the forecast of volatility and the depth of the market. In a storm the maximum falls; what is open already gets its margin raised slowly, by one point an hour.",
    },
    {
      title: "What can go wrong",
      body: "Prices can jump past your liquidation price, and a pool can be empty when you need it. These contracts have not been audited. Use money you can lose.",
    },
  ],
  done: "Start",
} as const);
