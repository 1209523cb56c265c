import { db } from "ponder:api";
import { balance, lender, lending, liquidation, position, trade } from "ponder:schema";
import { ReserveWords, SupplyMath } from "@gimbal/sdk";
import { Hono } from "hono";
import { and, asc, eq, gte, lte } from "ponder";
import type { Hex } from "viem";
import { answer } from "../answer";
import { before, newestFirst, type SQL } from "../pages";
import { type PnlInputs, pnlOf } from "../pnl";
import { MAX_LIMIT, nextCursor, parseCursor, parseLimit, parseOptional, parseWho } from "../request";
import { readReserves, reserveAt } from "../state";

/** `:who` is an account (32 bytes) or an owner (20 bytes), who stands for all his accounts. */
export const accounts = new Hono();

const MAX_MARKET = 65_535;
const MAX_ASSET = 15;

type Column = Parameters<typeof asc>[0];

function within(column: Column, [from, to]: readonly [Hex, Hex]): SQL | undefined {
  return from === to ? eq(column as never, from) : and(gte(column as never, from), lte(column as never, to));
}

/** What accounts hold, owe and have lent, with interest up to the indexed block. */
accounts.get("/:who", (c) =>
  answer(c, async ({ time }) => {
    const range = parseWho(c.req.param("who"));
    const [held, lent, reserves] = await Promise.all([
      db
        .select()
        .from(balance)
        .where(within(balance.account, range))
        .orderBy(asc(balance.account))
        .limit(MAX_LIMIT),
      db
        .select()
        .from(lender)
        .where(within(lender.account, range))
        .orderBy(asc(lender.account))
        .limit(MAX_LIMIT),
      readReserves(),
    ]);
    const at = (market: number, asset: number) => {
      const row = reserves.get(`${market}/${asset}`);
      return row === undefined ? undefined : reserveAt(row, time);
    };
    return {
      data: {
        balances: held.map(({ block: _, scaledDebt, owed, interest, ...row }) => {
          const index = at(row.market, row.asset)?.index;
          const debt = index === undefined ? null : ReserveWords.debtOf(scaledDebt, index);
          return { ...row, scaledDebt, debt, interest: debt === null ? null : interest + debt - owed };
        }),
        lent: lent.map(({ block: _, ...row }) => {
          const state = at(row.market, row.asset);
          const assets =
            state === undefined
              ? null
              : SupplyMath.toAssetsDown(row.shares, state.totalAssets, state.supplyShares);
          return { ...row, assets };
        }),
      },
    };
  }),
);

/** Positions with average entry and what was earned. */
accounts.get("/:who/positions", (c) =>
  answer(c, async ({ time }) => {
    const range = parseWho(c.req.param("who"));
    const [rows, balances, reserves] = await Promise.all([
      db
        .select()
        .from(position)
        .where(within(position.account, range))
        .orderBy(asc(position.account))
        .limit(MAX_LIMIT),
      db
        .select()
        .from(balance)
        .where(within(balance.account, range))
        .limit(MAX_LIMIT * 16),
      readReserves(),
    ]);
    const inputs: PnlInputs = { balances, reserves, time };
    return { data: rows.map((row) => pnlOf(row, inputs)) };
  }),
);

/** Trades, newest first; of one market and base asset if named. */
accounts.get("/:who/trades", (c) =>
  answer(c, async () => {
    const limit = parseLimit(c.req.query("limit"));
    const market = parseOptional("market", c.req.query("market"), MAX_MARKET);
    const base = parseOptional("base", c.req.query("base"), MAX_ASSET);
    const rows = await db
      .select()
      .from(trade)
      .where(
        and(
          within(trade.account, parseWho(c.req.param("who"))),
          market === undefined ? undefined : eq(trade.market, market),
          base === undefined ? undefined : eq(trade.base, base),
          before(trade, parseCursor(c.req.query("cursor"))),
        ),
      )
      .orderBy(...newestFirst(trade))
      .limit(limit);
    return { data: rows, next: nextCursor(rows, limit) };
  }),
);

/** Liquidations of accounts, newest first. */
accounts.get("/:who/liquidations", (c) =>
  answer(c, async () => {
    const limit = parseLimit(c.req.query("limit"));
    const rows = await db
      .select()
      .from(liquidation)
      .where(
        and(
          within(liquidation.account, parseWho(c.req.param("who"))),
          before(liquidation, parseCursor(c.req.query("cursor"))),
        ),
      )
      .orderBy(...newestFirst(liquidation))
      .limit(limit);
    return { data: rows, next: nextCursor(rows, limit) };
  }),
);

/** Supplies (+) and redemptions (−), newest first. */
accounts.get("/:who/lending", (c) =>
  answer(c, async () => {
    const limit = parseLimit(c.req.query("limit"));
    const rows = await db
      .select()
      .from(lending)
      .where(
        and(
          within(lending.account, parseWho(c.req.param("who"))),
          before(lending, parseCursor(c.req.query("cursor"))),
        ),
      )
      .orderBy(...newestFirst(lending))
      .limit(limit);
    return { data: rows, next: nextCursor(rows, limit) };
  }),
);
