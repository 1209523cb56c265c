import type { Snapshot } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { formatToken, formatUsdCost } from "@/lib/format";
import type { ReviewRow } from "./review-rows";
import { usdOf } from "./usd";
import type { Simulation } from "./use-simulation";

/** Coin that pays for blocks. */
const COIN = { symbol: "ETH", decimals: 18 } as const;

/** What the network takes, allowances included; unknown until the chain has run it. */
export function feeRow(simulation: Simulation, { markets }: Snapshot): ReviewRow {
  const raw = simulation.status === "passed" ? simulation.fee : undefined;
  const coin = markets.flatMap(({ assets }) => assets).find(({ symbol }) => symbol === COIN.symbol);
  const usd = usdOf(raw, coin);
  const after =
    usd === undefined || usd === 0n
      ? formatToken(raw, COIN, "up")
      : transactionCopy.review.about(formatUsdCost(usd));
  return { name: "networkFee", label: transactionCopy.review.networkFee, after, raw };
}
