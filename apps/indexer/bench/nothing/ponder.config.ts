// The same sources as the indexer's.
export { default } from "../../ponder.config";
