import { db } from "ponder:api";
import {
  assumption,
  coverage,
  liquidation,
  loss,
  lossStep,
  market,
  netting,
  regime,
  reserveMinute,
  riskUpdate,
} from "ponder:schema";
import { Hono } from "hono";
import { and, asc, desc, eq, lt } from "ponder";
import { deployment } from "../../lib/settings";
import { plainText } from "../../lib/text";
import { answer } from "../answer";
import { before, newestFirst } from "../pages";
import { nextCursor, parseCursor, parseLimit, parseNumber, parseOptional } from "../request";
import { readReserves, reserveAt } from "../state";

export const markets = new Hono();

const MAX_MARKET = 65_535;
const MAX_ASSET = 15;
const MAX_TIME = 2 ** 40;

/** Every market with its sums. */
markets.get("/", (c) =>
  answer(c, async () => {
    const rows = await db.select().from(market).orderBy(asc(market.id)).limit(MAX_MARKET);
    const named = new Map(deployment.markets.map((known) => [known.id, known]));
    return {
      data: rows.map((row) => ({
        ...row,
        slug: named.get(row.id)?.slug ?? null,
        assets: (named.get(row.id)?.assets ?? []).map(
          ({ index, symbol, name, decimals, address, pool, feed }) => ({
            index,
            symbol: plainText(symbol),
            name: plainText(name),
            decimals,
            token: address.toLowerCase(),
            pool: pool?.toLowerCase() ?? null,
            feed: feed.toLowerCase(),
          }),
        ),
      })),
    };
  }),
);

/** Reserves of a market with interest up to the indexed block. */
markets.get("/:market/reserves", (c) =>
  answer(c, async ({ time }) => {
    const rows = await readReserves(parseNumber("market", c.req.param("market"), MAX_MARKET));
    return {
      data: [...rows.values()]
        .sort((a, b) => a.asset - b.asset)
        .map(({ debtWord: _, cashWord: __, ...row }) => {
          const { words, ...state } = reserveAt({ ...row, debtWord: _, cashWord: __ }, time);
          const { debtCap, feeShare, ratePremium, minDebt } = words;
          return { ...row, ...state, debtCap, feeShare, ratePremium, minDebt };
        }),
    };
  }),
);

/** A reserve at the end of each minute in which it changed, newest first; `before` [unix seconds] turns the page. */
markets.get("/:market/reserves/:asset/history", (c) =>
  answer(c, async () => {
    const limit = parseLimit(c.req.query("limit"));
    const until = parseOptional("before", c.req.query("before"), MAX_TIME);
    const rows = await db
      .select()
      .from(reserveMinute)
      .where(
        and(
          eq(reserveMinute.market, parseNumber("market", c.req.param("market"), MAX_MARKET)),
          eq(reserveMinute.asset, parseNumber("asset", c.req.param("asset"), MAX_ASSET)),
          until === undefined ? undefined : lt(reserveMinute.minute, BigInt(until)),
        ),
      )
      .orderBy(desc(reserveMinute.minute))
      .limit(limit);
    const data = rows.map((row) => {
      // as the event left it: interest since then belongs to the next point
      const accruedAt = (row.debtWord >> 192n) & 0xffffffffn;
      const { words: _, ...state } = reserveAt(row, accruedAt);
      return { time: row.minute, block: row.block, ...state };
    });
    const last = rows.at(-1);
    return { data, next: last === undefined || rows.length < limit ? null : last.minute.toString() };
  }),
);

/** The lists of events of a market, newest first. */
const LISTS = {
  liquidations: liquidation,
  losses: loss,
  "loss-steps": lossStep,
  nettings: netting,
  assumptions: assumption,
  coverage,
  regimes: regime,
  risk: riskUpdate,
} as const;

for (const [name, table] of Object.entries(LISTS))
  markets.get(`/:market/${name}`, (c) =>
    answer(c, async () => {
      const limit = parseLimit(c.req.query("limit"));
      const id = parseNumber("market", c.req.param("market"), MAX_MARKET);
      const rows = await db
        .select()
        .from(table as typeof liquidation)
        .where(and(eq(table.market, id), before(table, parseCursor(c.req.query("cursor")))))
        .orderBy(...newestFirst(table))
        .limit(limit);
      return { data: rows, next: nextCursor(rows, limit) };
    }),
  );
