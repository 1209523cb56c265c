import { HistoryAnswerError } from "./errors";
import type { Fields } from "./read";
import type {
  HistoryAccount,
  HistoryCandle,
  HistoryCoverage,
  HistoryLiquidation,
  HistoryLoss,
  HistoryMarket,
  HistoryPosition,
  HistoryRegime,
  HistoryReserve,
  HistoryReservePoint,
  HistoryTrade,
  HistoryTradeType,
  HistoryVolatility,
  Indexed,
  Origin,
  Status,
} from "./types";

/** Reads amounts of the same kind by their names. */
function amounts<N extends string>(f: Fields, ...names: readonly N[]): Record<N, bigint> {
  return Object.fromEntries(names.map((name) => [name, f.amount(name)])) as Record<N, bigint>;
}

export function indexed(f: Fields): Indexed {
  const event = f.maybeFields("event");
  return {
    ...amounts(f, "block", "time", "finalized"),
    event: event && { ...amounts(event, "block", "time"), hash: event.hex("hash") },
  };
}

export function status(f: Fields): Status {
  return { chainId: f.number("chainId"), engine: f.hex("engine") };
}

function origin(f: Fields): Origin {
  return {
    ...amounts(f, "block", "time"),
    logIndex: f.number("logIndex"),
    transaction: f.hex("transaction"),
  };
}

const TRADE_TYPES: Readonly<Record<HistoryTradeType, true>> = {
  open: true,
  increase: true,
  decrease: true,
  close: true,
  collateral: true,
  borrow: true,
  repay: true,
  "swap-collateral": true,
  "swap-debt": true,
  transfer: true,
  liquidation: true,
  "write-off": true,
};

function tradeType(f: Fields): HistoryTradeType {
  const type = f.text("type");
  if (!Object.hasOwn(TRADE_TYPES, type)) throw new HistoryAnswerError("type");
  return type as HistoryTradeType;
}

export function trade(f: Fields): HistoryTrade {
  const side = f.maybeText("side");
  if (side !== undefined && side !== "long" && side !== "short") throw new HistoryAnswerError("side");
  return {
    ...origin(f),
    account: f.hex("account"),
    market: f.number("market"),
    base: f.number("base"),
    type: tradeType(f),
    side,
    ...amounts(f, "size", "paidIn"),
    debt: [f.amount("debtBase"), f.amount("debtQuote")],
    price: f.maybeAmount("price"),
    realised: f.maybeAmount("realised"),
    result: f.maybeAmount("result"),
    fee: f.maybeAmount("fee"),
  };
}

export function position(f: Fields): HistoryPosition {
  return {
    account: f.hex("account"),
    market: f.number("market"),
    base: f.number("base"),
    ...amounts(f, "size", "invested", "realised", "fees", "beforeCosts"),
    entry: f.maybeAmount("entry"),
    held: [f.amount("heldBase"), f.amount("heldQuote")],
    owed: [f.amount("owedBase"), f.amount("owedQuote")],
    basis: f.maybeAmount("basis"),
    inKind: f.flag("inKind"),
    interest: f.maybeAmount("interest"),
    afterCosts: f.maybeAmount("afterCosts"),
  };
}

function place(f: Fields) {
  return { account: f.hex("account"), market: f.number("market"), asset: f.number("asset") };
}

export function account(f: Fields): HistoryAccount {
  return {
    balances: f.list("balances", (row) => ({
      ...place(row),
      ...amounts(row, "collateral", "scaledDebt"),
      debt: row.maybeAmount("debt"),
      interest: row.maybeAmount("interest"),
    })),
    lent: f.list("lent", (row) => ({
      ...place(row),
      ...amounts(row, "shares", "supplied", "redeemed"),
      assets: row.maybeAmount("assets"),
    })),
  };
}

export function liquidation(f: Fields): HistoryLiquidation {
  return {
    ...origin(f),
    account: f.hex("account"),
    liquidator: f.hex("liquidator"),
    market: f.number("market"),
    collateralAsset: f.number("collateralAsset"),
    debtAsset: f.number("debtAsset"),
    ...amounts(f, "repaid", "seized", "bonus"),
  };
}

export function loss(f: Fields): HistoryLoss {
  return { ...origin(f), ...place(f), ...amounts(f, "loss", "feesLost") };
}

export function reserve(f: Fields): HistoryReserve {
  return {
    market: f.number("market"),
    asset: f.number("asset"),
    token: f.hex("token"),
    ...amounts(
      f,
      "cash",
      "debt",
      "fees",
      "totalAssets",
      "supplyShares",
      "index",
      "rateAtTarget",
      "borrowRate",
    ),
    ...amounts(f, "utilisation", "liquidated", "lost", "feesLost", "feesCollected"),
    ...amounts(f, "debtCap", "supplyCap", "minDebt", "feeShare", "ratePremium"),
    collateralEnabled: f.flag("collateralEnabled"),
    borrowEnabled: f.flag("borrowEnabled"),
  };
}

export function reservePoint(f: Fields): HistoryReservePoint {
  return amounts(
    f,
    "time",
    "block",
    "cash",
    "debt",
    "totalAssets",
    "supplyShares",
    "index",
    "borrowRate",
    "utilisation",
  );
}

export function candle(f: Fields): HistoryCandle {
  return {
    interval: f.number("interval"),
    trades: f.number("trades"),
    ...amounts(f, "time", "open", "high", "low", "close", "baseVolume", "quoteVolume"),
  };
}

export function volatility(f: Fields): HistoryVolatility {
  return {
    ...origin(f),
    token: f.hex("token"),
    ...amounts(f, "sampledAt", "price", "volatility", "baseline", "learned"),
  };
}

export function regime(f: Fields): HistoryRegime {
  return {
    ...origin(f),
    market: f.number("market"),
    asset: f.number("asset"),
    level: f.number("level"),
    reasons: f.number("reasons"),
    regime: f.number("regime"),
  };
}

export function coverage(f: Fields): HistoryCoverage {
  return {
    ...origin(f),
    market: f.number("market"),
    ...amounts(f, "ratio", "pendingSince"),
    closed: f.flag("closed"),
  };
}

export function market(f: Fields): HistoryMarket {
  return {
    id: f.number("id"),
    slug: f.maybeText("slug"),
    paused: f.flag("paused"),
    openingsClosed: f.flag("openingsClosed"),
    trades: f.number("trades"),
    volume: f.amount("volume"),
    liquidations: f.number("liquidations"),
    losses: f.number("losses"),
  };
}
