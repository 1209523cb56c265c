// Read-only answers over HTTP. Nothing here writes, nothing asks the chain.
import { Hono } from "hono";
import { timeout } from "hono/timeout";
import { ORIGINS } from "../lib/settings";
import { json, NotReadyError } from "./answer";
import { BadRequestError } from "./request";
import { accounts } from "./routes/accounts";
import { candles } from "./routes/candles";
import { markets } from "./routes/markets";
import { status } from "./routes/status";
import { tokens } from "./routes/tokens";

/** An answer that takes longer is given up [ms]. */
const TIMEOUT = 5_000;
/** More answers than this at once are refused. */
const MAX_AT_ONCE = 64;

const app = new Hono();
let running = 0;

app.use("/v1/*", async (c, next) => {
  if (running >= MAX_AT_ONCE) return json(c, { error: "Too many requests at once." }, 503);
  running += 1;
  try {
    await next();
  } finally {
    running -= 1;
  }
  c.res.headers.set("cache-control", "no-store");
  c.res.headers.set("x-content-type-options", "nosniff");
  limitOrigins(c.res.headers, c.req.header("origin"));
});
app.use("/v1/*", timeout(TIMEOUT));

app.route("/v1/status", status);
app.route("/v1/markets", markets);
app.route("/v1/accounts", accounts);
app.route("/v1/tokens", tokens);
app.route("/v1/candles", candles);

app.all("/v1/*", (c) => json(c, { error: "There is no such answer." }, 404));
app.onError((error, c) => {
  if (error instanceof BadRequestError) return json(c, { error: error.message }, 400);
  if (error instanceof NotReadyError) return json(c, { error: error.message }, 503);
  // what went wrong inside is for the log, not for who asked
  console.error(error);
  return json(c, { error: "The answer could not be read." }, 500);
});

/** Ponder's server lets every page read; here only those that were named may. */
function limitOrigins(headers: Headers, origin: string | undefined): void {
  if (ORIGINS === "*") return;
  headers.set("vary", "origin");
  if (origin !== undefined && ORIGINS.includes(origin)) headers.set("access-control-allow-origin", origin);
  else headers.delete("access-control-allow-origin");
}

export default app;
