import { translated } from "./translated";

/** Words of the strip, which every page carries; the steps come when they are asked for. */
export const helpStripCopy = /* @__PURE__ */ translated("helpStrip", {
  label: "First steps",
  strip: "New here?",
  stripBody: "How health works, what moves the maximum, and what can go wrong: one minute.",
  open: "Show me",
  skip: "Skip",
} as const);
