/** The mathematics of `readTrades`, event by event, for who reads the logs himself: an indexer. */
export { type EngineEvent, type EventShape, eventOf, type Pair, swapOf } from "./entities/accountEvents";
export { movedEvent, orderEvents } from "./entities/orderEvents";
export * from "./math/tradeHistory";
