import { db } from "ponder:api";
import { candle } from "ponder:schema";
import { Hono } from "hono";
import { and, desc, eq, lt } from "ponder";
import { mergeCandles } from "../../lib/mergeCandles";
import { answer } from "../answer";
import { BadRequestError, parseAddress, parseLimit, parseNumber, parseOptional } from "../request";

export const candles = new Hono();

/** Intervals that are told [seconds], and the stored one each is put together from. */
const INTERVALS: ReadonlyMap<number, number> = new Map([
  [60, 60],
  [300, 60],
  [3_600, 3_600],
  [86_400, 3_600],
]);
const MAX_TIME = 2 ** 40;

/** Candles of a pool or of a feed, newest first; `before` [unix seconds] turns the page. */
candles.get("/:source", (c) =>
  answer(c, async () => {
    const limit = parseLimit(c.req.query("limit"));
    const interval = parseNumber("interval", c.req.query("interval") ?? "60", 86_400);
    const stored = INTERVALS.get(interval);
    if (stored === undefined)
      throw new BadRequestError(`interval is one of ${[...INTERVALS.keys()].join(", ")}.`);
    const until = parseOptional("before", c.req.query("before"), MAX_TIME);
    const rows = await db
      .select()
      .from(candle)
      .where(
        and(
          eq(candle.source, parseAddress(c.req.param("source"))),
          eq(candle.interval, stored),
          until === undefined ? undefined : lt(candle.time, BigInt(until)),
        ),
      )
      .orderBy(desc(candle.time))
      // one more of the long ones, as the oldest may be cut off
      .limit((limit + 1) * (interval / stored));
    const merged = mergeCandles(rows.reverse(), BigInt(interval)).reverse().slice(0, limit);
    const last = merged.at(-1);
    const data = merged.map(({ source: _, ...row }) => row);
    return { data, next: last === undefined || merged.length < limit ? null : last.time.toString() };
  }),
);
