// Every event the indexer handles, and nothing done with it: what Ponder itself costs.
import { ponder } from "ponder:registry";
import { EVENTS } from "../../../src/lib/eventNames";

for (const name of EVENTS) ponder.on(name, async () => {});
