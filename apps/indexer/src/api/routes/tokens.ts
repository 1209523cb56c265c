import { db } from "ponder:api";
import { depth, volatility } from "ponder:schema";
import { Hono } from "hono";
import { and, eq } from "ponder";
import { answer } from "../answer";
import { before, newestFirst } from "../pages";
import { nextCursor, parseAddress, parseCursor, parseLimit } from "../request";

export const tokens = new Hono();

/** The series of a token, newest first. */
const LISTS = { volatility, depth } as const;

for (const [name, table] of Object.entries(LISTS))
  tokens.get(`/:token/${name}`, (c) =>
    answer(c, async () => {
      const limit = parseLimit(c.req.query("limit"));
      const rows = await db
        .select()
        .from(table as typeof volatility)
        .where(
          and(
            eq(table.token, parseAddress(c.req.param("token"))),
            before(table, parseCursor(c.req.query("cursor"))),
          ),
        )
        .orderBy(...newestFirst(table))
        .limit(limit);
      return { data: rows, next: nextCursor(rows, limit) };
    }),
  );
