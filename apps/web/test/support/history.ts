import type { Trade, TradeHistory } from "@gimbal/sdk";
import type { PortfolioHistory } from "@/features/portfolio/read-history";
import { accountOf, ETH, OWNER, USDC } from "./market";

export const NOW = 1_800_000_000n;
const DAY = 86_400n;

export function trade(change: Partial<Trade> = {}): Trade {
  return {
    type: "open",
    side: "long",
    blockNumber: 10n,
    transactionHash: "0xaa",
    logIndex: 1,
    size: 3n * ETH,
    price: 3_000n * USDC,
    paidIn: 3_000n * USDC,
    debt: [0n, 6_000n * USDC],
    realised: undefined,
    result: undefined,
    ...change,
  };
}

export function tradeHistory(trades: readonly Trade[], change: Partial<TradeHistory> = {}): TradeHistory {
  return {
    account: accountOf("long"),
    market: 1,
    base: { index: 1, decimals: 18 },
    toBlock: 100n,
    trades,
    entry: undefined,
    realised: 0n,
    invested: 0n,
    state: { held: [0n, 0n], owed: [0n, 0n], size: 0n, basis: 0n, invested: 0n, inKind: false },
    ...change,
  };
}

/** A long that was opened ten days ago and reduced yesterday, collateral that came between, and a loan. */
export function ownerHistory(change: Partial<PortfolioHistory> = {}): PortfolioHistory {
  const loan = { market: 1, asset: 0, shares: 1n, transactionHash: "0xdd", logIndex: 7 } as const;
  return {
    owner: OWNER,
    toBlock: 100n,
    histories: [
      tradeHistory([
        trade(),
        trade({
          type: "collateral",
          blockNumber: 20n,
          transactionHash: "0xbb",
          size: 0n,
          price: undefined,
          paidIn: 500n * USDC,
          debt: [0n, 0n],
        }),
        trade({
          type: "decrease",
          blockNumber: 30n,
          transactionHash: "0xcc",
          size: -ETH,
          price: 3_100n * USDC,
          paidIn: 0n,
          debt: [0n, -3_100n * USDC],
          realised: 100n * USDC,
        }),
      ]),
    ],
    loans: [{ ...loan, assets: 1_000n * USDC, blockNumber: 25n }],
    vaults: [],
    times: new Map([
      [10n, NOW - 10n * DAY],
      [20n, NOW - 5n * DAY],
      [25n, NOW - 3n * DAY],
      [30n, NOW - DAY / 2n],
    ]),
    ...change,
  };
}
