/** The mathematics of `readTrades`, event by event, for who reads the logs himself: an indexer. */
export { type EngineEvent, type EventShape, eventOf, swapOf } from "./entities/accountEvents";
export * from "./math/tradeHistory";
