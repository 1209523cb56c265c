import type { Context } from "ponder:registry";

/** Writes by primary key, which Ponder undoes when the chain reorganises. */
export type Db = Context["db"];
