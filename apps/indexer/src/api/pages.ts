import { and, desc, eq, lt, or } from "ponder";
import type { Cursor } from "./request";

type Column = Parameters<typeof desc>[0];
/** A part of a query. */
export type SQL = ReturnType<typeof eq>;

/** Columns by which every list of events is ordered. */
interface Ordered {
  readonly block: Column;
  readonly logIndex: Column;
  readonly base?: Column;
}

/** Newest first. */
export function newestFirst(table: Ordered): SQL[] {
  const columns = [table.block, table.logIndex, ...(table.base === undefined ? [] : [table.base])];
  return columns.map((column) => desc(column));
}

/** Rows older than the cursor. */
export function before(table: Ordered, cursor: Cursor | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const { block, logIndex, base } = table;
  const sameBlock = and(eq(block as never, cursor.block), lt(logIndex as never, cursor.logIndex));
  const sameLog =
    base === undefined
      ? undefined
      : and(
          eq(block as never, cursor.block),
          eq(logIndex as never, cursor.logIndex),
          lt(base as never, cursor.base),
        );
  return or(lt(block as never, cursor.block), sameBlock, sameLog);
}
