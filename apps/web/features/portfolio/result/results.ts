import {
  type AccountId,
  type OwnerHistory,
  type Performance,
  performanceOf,
  type TradeHistory,
  type Usd,
} from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { positionsCopy } from "@/content/positions";
import { paidInOf } from "@/features/earn/vault/earned";
import { marketTitle } from "@/features/market/market-title";
import { usdOf } from "@/features/transaction/usd";
import type { PortfolioView } from "../portfolio-view";
import type { PortfolioHistory } from "../read-history";

/** One line of the table: an account, or a loan. */
export interface ResultRow {
  readonly key: string;
  readonly name: string;
  /** Undefined where nobody knows what was paid. */
  readonly performance: Performance | undefined;
  /** A loan earns interest; what its price did is not counted. */
  readonly isLoan: boolean;
}

export interface Results {
  readonly rows: readonly ResultRow[];
  readonly total: Performance & {
    /** Some account's result is not known, so this is the sum of the others. */
    readonly isPart: boolean;
  };
}

const NOTHING: Performance = { price: 0n, interest: 0n, fees: 0n, net: 0n };

/** What every account and loan brought since its beginning. */
export function resultsOf(view: PortfolioView, history: PortfolioHistory): Results {
  const rows = [...accountRows(view, history), ...loanRows(view, history), ...vaultRows(view, history)];
  const known = rows.flatMap(({ performance }) => performance ?? []);
  const total = known.reduce(
    (sum, { price, interest, fees, net }) => ({
      price: sum.price + price,
      interest: sum.interest + interest,
      fees: sum.fees + fees,
      net: sum.net + net,
    }),
    NOTHING,
  );
  return { rows, total: { ...total, isPart: known.length < rows.length } };
}

function accountRows({ snapshot, portfolio }: PortfolioView, { histories }: OwnerHistory): ResultRow[] {
  const byAccount = new Map<AccountId, TradeHistory[]>();
  for (const history of histories) {
    if (history.trades.length === 0) continue;
    byAccount.set(history.account, [...(byAccount.get(history.account) ?? []), history]);
  }
  return [...byAccount].flatMap(([account, all]): ResultRow[] => {
    const [history] = all;
    const market = snapshot.markets.find(({ id }) => id === history?.market);
    const quote = market?.assets[0];
    const base = history && market?.assets[history.base.index];
    if (history === undefined || market === undefined || quote === undefined || base === undefined) return [];
    const isCross = market.deployed.kind === "cross";
    const position = portfolio.positions.find((candidate) => candidate.account === account);
    // in an account with several assets, a move of the quote belongs to no single one of them
    const performance = isCross ? undefined : performanceOf({ history, position, base, quote });
    const side = history.trades.findLast((trade) => trade.side !== undefined)?.side;
    const name = isCross
      ? marketTitle(market.deployed)
      : side === undefined
        ? base.symbol
        : positionsCopy.name(base.symbol, side);
    return [{ key: account, name, performance, isLoan: false }];
  });
}

function loanRows({ snapshot, portfolio }: PortfolioView, { loans }: OwnerHistory): ResultRow[] {
  const paid = new Map<string, { market: number; asset: number; assets: bigint }>();
  for (const { market, asset, assets } of loans) {
    const key = `${market}.${asset}`;
    paid.set(key, { market, asset, assets: (paid.get(key)?.assets ?? 0n) + assets });
  }
  return [...paid].flatMap(([key, { market: id, asset: index, assets }]): ResultRow[] => {
    const market = snapshot.markets.find((candidate) => candidate.id === id);
    const asset = market?.assets[index];
    if (market === undefined || asset === undefined) return [];
    const loan = portfolio.loans.find(
      (candidate) =>
        candidate.vault === undefined && candidate.market.id === id && candidate.asset.index === index,
    );
    const earned = usdOf((loan?.assets ?? 0n) - assets, asset);
    const performance =
      earned === undefined ? undefined : { price: 0n, interest: -earned, fees: 0n, net: earned };
    const name = portfolioCopy.result.loan(asset.symbol, marketTitle(market.deployed));
    return [{ key: `loan.${key}`, name, performance, isLoan: true }];
  });
}

function vaultRows({ snapshot, vaults, portfolio }: PortfolioView, history: PortfolioHistory): ResultRow[] {
  return paidInOf(history.vaults).flatMap(({ market: id, asset: index, assets: paid }): ResultRow[] => {
    const market = snapshot.markets.find((candidate) => candidate.id === id);
    const asset = market?.assets[index];
    if (market === undefined || asset === undefined) return [];
    const token = portfolio.loans.find(
      (loan) => loan.vault !== undefined && loan.market.id === id && loan.asset.index === index,
    );
    const isKnown = vaults !== "unknown" && paid !== undefined;
    const earned = isKnown ? usdOf((token?.assets ?? 0n) - paid, asset) : undefined;
    const performance =
      earned === undefined ? undefined : { price: 0n, interest: -earned, fees: 0n, net: earned };
    const name = portfolioCopy.result.vault(asset.symbol, marketTitle(market.deployed));
    return [{ key: `vault.${id}.${index}`, name, performance, isLoan: true }];
  });
}

export function directionOf(value: Usd | undefined): "gain" | "loss" | "flat" {
  if (value === undefined || value === 0n) return "flat";
  return value > 0n ? "gain" : "loss";
}
