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
  liquidity: {
    label: (asset: string) => `${asset} pool`,
    sides: { in: "full", out: "pulled" },
    unknown: "—",
    press: { in: "Restore liquidity", out: "Pull liquidity" },
    action: {
      in: (asset: string) => `Restore liquidity of the ${asset} pool`,
      out: (asset: string) => `Pull liquidity of the ${asset} pool`,
    },
    done: {
      in: (asset: string) => `Liquidity of ${asset} is back`,
      out: (asset: string) => `Liquidity of ${asset} is out`,
    },
    doneDetail: {
      in: "The same positions are in the pool again.",
      out: "99.5 % of the pool is gone. Nobody can sell into it.",
    },
  },
  time: "Time",
  steps: { 60: "+1 min", 3600: "+1 h", 86400: "+1 d" },
  moved: (asset: string, change: string) => `${asset} moved ${change}`,
  movedDetail: "Feed and pools are at the new price.",
  travelled: (step: string) => `Time moved ${step}`,
  failed: "The demo control did not work",
  unreachable: "The control endpoint does not answer. Is the demo still running?",
} as const);
