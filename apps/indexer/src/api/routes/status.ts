import { Hono } from "hono";
import { deployment } from "../../lib/settings";
import { answer } from "../answer";

export const status = new Hono();

/** How far the index has come; everything else that an answer needs is in its envelope. */
status.get("/", (c) =>
  answer(c, async () => ({
    data: { chainId: deployment.chainId, engine: deployment.contracts.marginEngine.toLowerCase() },
  })),
);
