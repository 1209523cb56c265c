import { HistoryAnswerError, HistoryError, HistoryRequestError, HistoryUnavailableError } from "./errors";
import { Fields } from "./read";
import * as rows from "./rows";
import type {
  Answer,
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
  HistoryVolatility,
  Indexed,
  Lag,
  Page,
  Status,
} from "./types";

/** Where the indexer is, and how long it may take. */
export interface HistoryClientOptions {
  /** Address of the indexer, e.g. `http://127.0.0.1:42069`. */
  readonly url: string;
  /** An answer that takes longer is given up [ms]; 4,000 when left out. */
  readonly timeout?: number;
  /** For tests; the platform's when left out. */
  readonly fetch?: typeof fetch;
}

/** Part of a list: at most 300 rows, from where a page before said. */
export interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Trades of one market and base asset; of all when left out. */
export interface TradesQuery extends PageQuery {
  readonly market?: number | undefined;
  readonly base?: number | undefined;
}

/** Part of a series by time: what is older than `before` [unix seconds]. */
export interface SeriesQuery {
  readonly limit?: number | undefined;
  readonly before?: bigint | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Length of candles [seconds]. */
export type CandleInterval = 60 | 300 | 3_600 | 86_400;

type Query = Readonly<Record<string, string | number | bigint | undefined>>;

const TIMEOUT = 4_000;

/** Questions to the indexer. Amounts are `bigint`; what the indexer does not know is undefined, never 0. */
export type HistoryClient = ReturnType<typeof createHistoryClient>;

/** Client of an indexer. `who` is an account (32 bytes), or an owner (20 bytes) for all his accounts. */
export function createHistoryClient(options: HistoryClientOptions) {
  const { url, timeout = TIMEOUT, fetch: fetcher = fetch } = options;

  async function ask(path: string, query: Query, signal: AbortSignal | undefined): Promise<Fields> {
    const address = new URL(`v1/${path}`, url.endsWith("/") ? url : `${url}/`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) address.searchParams.set(name, String(value));
    const limit = AbortSignal.timeout(timeout);
    try {
      const response = await fetcher(address, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
      const body: unknown = await response.json();
      if (response.ok) return new Fields(body, "answer");
      const said = new Fields(body, "answer").text("error");
      if (response.status === 400 || response.status === 404) throw new HistoryRequestError(said);
      throw new HistoryUnavailableError(said);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof HistoryError) throw error;
      if (error instanceof SyntaxError) throw new HistoryAnswerError("JSON");
      throw new HistoryUnavailableError(`The indexer at ${url} does not answer.`, { cause: error });
    }
  }

  async function one<T>(path: string, read: (f: Fields) => T, signal?: AbortSignal): Promise<Answer<T>> {
    const body = await ask(path, {}, signal);
    return { indexed: rows.indexed(body.fields("indexed")), data: read(body.fields("data")) };
  }

  async function all<T>(
    path: string,
    read: (f: Fields) => T,
    signal?: AbortSignal,
  ): Promise<Answer<readonly T[]>> {
    const body = await ask(path, {}, signal);
    return { indexed: rows.indexed(body.fields("indexed")), data: body.list("data", read) };
  }

  async function page<T>(
    path: string,
    read: (f: Fields) => T,
    { signal, ...query }: TradesQuery & SeriesQuery & { readonly interval?: CandleInterval },
  ): Promise<Page<T>> {
    const body = await ask(path, query, signal);
    return {
      indexed: rows.indexed(body.fields("indexed")),
      data: body.list("data", read),
      next: body.maybeText("next"),
    };
  }

  return {
    status: (signal?: AbortSignal): Promise<Answer<Status>> => one("status", rows.status, signal),
    markets: (signal?: AbortSignal): Promise<Answer<readonly HistoryMarket[]>> =>
      all("markets", rows.market, signal),
    reserves: (market: number, signal?: AbortSignal): Promise<Answer<readonly HistoryReserve[]>> =>
      all(`markets/${market}/reserves`, rows.reserve, signal),
    account: (who: string, signal?: AbortSignal): Promise<Answer<HistoryAccount>> =>
      one(`accounts/${who}`, rows.account, signal),
    positions: (who: string, signal?: AbortSignal): Promise<Answer<readonly HistoryPosition[]>> =>
      all(`accounts/${who}/positions`, rows.position, signal),
    trades: (who: string, query: TradesQuery = {}): Promise<Page<HistoryTrade>> =>
      page(`accounts/${who}/trades`, rows.trade, query),
    liquidations: (who: string, query: PageQuery = {}): Promise<Page<HistoryLiquidation>> =>
      page(`accounts/${who}/liquidations`, rows.liquidation, query),
    marketLiquidations: (market: number, query: PageQuery = {}): Promise<Page<HistoryLiquidation>> =>
      page(`markets/${market}/liquidations`, rows.liquidation, query),
    losses: (market: number, query: PageQuery = {}): Promise<Page<HistoryLoss>> =>
      page(`markets/${market}/losses`, rows.loss, query),
    coverage: (market: number, query: PageQuery = {}): Promise<Page<HistoryCoverage>> =>
      page(`markets/${market}/coverage`, rows.coverage, query),
    regimes: (market: number, query: PageQuery = {}): Promise<Page<HistoryRegime>> =>
      page(`markets/${market}/regimes`, rows.regime, query),
    volatility: (token: string, query: PageQuery = {}): Promise<Page<HistoryVolatility>> =>
      page(`tokens/${token}/volatility`, rows.volatility, query),
    reserveHistory: (
      market: number,
      asset: number,
      query: SeriesQuery = {},
    ): Promise<Page<HistoryReservePoint>> =>
      page(`markets/${market}/reserves/${asset}/history`, rows.reservePoint, query),
    candles: (
      source: string,
      interval: CandleInterval,
      query: SeriesQuery = {},
    ): Promise<Page<HistoryCandle>> => page(`candles/${source}`, rows.candle, { ...query, interval }),
  };
}

/** How far an answer is behind a block of the chain; nothing if it is ahead. */
export function lagBehind(indexed: Indexed, chain: { readonly block: bigint; readonly time: bigint }): Lag {
  const behind = (now: bigint, then: bigint) => (now > then ? now - then : 0n);
  return { blocks: behind(chain.block, indexed.block), seconds: behind(chain.time, indexed.time) };
}
