export { type Anvil, type AnvilOptions, startAnvil } from "./anvil";
export { DRIVEN_ASSETS } from "./assets";
export {
  backgroundTraders,
  createClients,
  devAccount,
  devnetAccounts,
  localChain,
  MNEMONIC,
} from "./clients";
export { startDevnet } from "./devnet";
export {
  ControlRequestError,
  DevnetError,
  NodeStoppedError,
  TransactionFailedError,
  UnknownSnapshotError,
} from "./errors";
export type * from "./types";
