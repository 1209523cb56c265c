export { type Key, loadKey } from "./config/key";
export { readSettings, type Settings } from "./config/settings";
export { DUTIES, type DutyName } from "./duties/names";
export * from "./errors";
export { Keeper, type KeeperOptions } from "./keeper";
export { createLogger, type Logger } from "./observe/log";
