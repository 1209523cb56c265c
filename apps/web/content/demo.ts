import { translated } from "./translated";

export const demoCopy = /* @__PURE__ */ translated("demo", {
  region: "Demo controls, local chain only",
  title: "Demo chain",
  wallet: "Wallet",
  choose: "Choose a demo account",
  connect: "Connect demo wallet",
  faucet: "Get 10,000 USDC",
  faucetOff: "Connect a wallet first",
  faucetDone: "10,000 USDC arrived",
  shock: (asset: string) => `Shock ${asset}`,
  shockPercent: (percent: number) => `${percent < 0 ? "−" : "+"}${Math.abs(percent)} %`,
  time: "Time",
  steps: { 60: "+1 min", 3600: "+1 h", 86400: "+1 d" },
  moved: (asset: string, change: string) => `${asset} moved ${change}`,
  movedDetail: "Feed and pools are at the new price.",
  travelled: (step: string) => `Time moved ${step}`,
  failed: "The demo control did not work",
  unreachable: "The control endpoint does not answer. Is the demo still running?",
} as const);
