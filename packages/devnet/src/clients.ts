import {
  type Account,
  type Chain,
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  http,
  type LocalAccount,
  type PublicClient,
  type TestClient,
  type Transport,
  type WalletClient,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import type { DevnetAccounts } from "./types";

/** anvil's public mnemonic: everyone has these keys. */
export const MNEMONIC = "test test test test test test test test test test test junk";

/** How often a receipt is asked for [ms]; a local node has it at once. */
const POLLING_INTERVAL = 20;

export type Reader = PublicClient<Transport, Chain>;
export type Wallet = WalletClient<Transport, Chain, Account>;
export type Node = TestClient<"anvil", Transport, Chain>;

export interface Clients {
  readonly client: Reader;
  readonly test: Node;
  /** Sends from accounts whose keys the node holds. */
  readonly node: WalletClient<Transport, Chain>;
  wallet(account: Account): Wallet;
}

export function devAccount(index: number): LocalAccount {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index });
}

export const devnetAccounts: DevnetAccounts = {
  admin: devAccount(0),
  traders: [devAccount(1), devAccount(2), devAccount(3)],
  lender: devAccount(4),
  liquidator: devAccount(5),
  driver: devAccount(6),
  guardian: devAccount(7),
};

/** Accounts of traders in the background, who are nobody's demo wallet. */
export const backgroundTraders: readonly LocalAccount[] = [10, 11, 12, 13, 14].map(devAccount);

/** Borrows against deposits without trading, so that lenders earn. */
export const backgroundBorrower = devAccount(15);

export function localChain(rpcUrl: string): Chain {
  return defineChain({
    id: 31_337,
    name: "Local chain",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    contracts: { multicall3: { address: "0xcA11bde05977b3631167028862bE2a173976CA11" } },
  });
}

export function createClients(rpcUrl: string): Clients {
  const chain = localChain(rpcUrl);
  const transport = http(rpcUrl, { batch: true });
  const options = { chain, transport, pollingInterval: POLLING_INTERVAL, cacheTime: 0 };
  return {
    client: createPublicClient(options),
    test: createTestClient({ ...options, mode: "anvil" }),
    node: createWalletClient(options),
    wallet: (account) => createWalletClient({ ...options, account }),
  };
}
