import { type Address, type Chain, getAddress, SwitchChainError } from "viem";
import { type Connector, type CreateConnectorFn, createConnector } from "wagmi";
import { walletCopy } from "@/content/wallet";
import { keptTexts } from "@/lib/browser-storage";
import { demoAccounts } from "./accounts";
import { type DemoProvider, demoProvider } from "./provider";

export const DEMO_CONNECTOR_ID = "gimbal.demo";
const STORAGE_KEY = "gimbal.demo.account";
const texts = keptTexts();

const icon =
  "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHJlY3Qgd2lkdGg9IjI0IiBoZWlnaHQ9IjI0IiBmaWxsPSIjM2I2YWUwIi8+PHBhdGggZD0iTTEzLjIgNSA3LjUgMTMuNWg0bC0xIDUuNSA2LTguNWgtNHoiIGZpbGw9IiNmZmYiLz48L3N2Zz4=";

interface DemoProperties extends Record<string, unknown> {
  /** Uses another account of the demo. */
  readonly selectAccount: (address: Address) => void;
  /** How RainbowKit lists it. */
  readonly rkDetails: Readonly<Record<string, unknown>>;
}

interface DemoConnectorParameters {
  readonly chain: Chain;
  readonly rpcUrl: string;
}

/** The demo wallet as a wagmi connector. For the local chain only. */
export function demoConnector({ chain, rpcUrl }: DemoConnectorParameters): CreateConnectorFn {
  return createConnector<DemoProvider, DemoProperties>(({ emitter }) => {
    let account: Address | undefined;

    const remember = (address: Address) => {
      account = address;
      texts.setItem(STORAGE_KEY, address);
    };
    const connectAccount = async (): Promise<Address> => {
      const address = account ?? storedAccount() ?? demoAccounts[0].address;
      remember(address);
      return address;
    };
    const provider = demoProvider({ chain, rpcUrl, account: () => account, connect: connectAccount });

    return {
      id: DEMO_CONNECTOR_ID,
      name: walletCopy.demo.name,
      type: "demo",
      icon,
      rkDetails: {
        id: DEMO_CONNECTOR_ID,
        name: walletCopy.demo.name,
        groupName: walletCopy.demo.group,
        groupIndex: 1,
        index: 0,
        iconUrl: icon,
        iconBackground: "#3b6ae0",
        installed: true,
        isRainbowKitConnector: true,
      },
      async connect() {
        const address = await connectAccount();
        // wagmi types the answer by a type parameter of the call; without capabilities it is the plain list.
        return { accounts: [address] as never, chainId: chain.id };
      },
      async disconnect() {
        account = undefined;
        texts.removeItem(STORAGE_KEY);
      },
      async getAccounts() {
        return account === undefined ? [] : [account];
      },
      async getChainId() {
        return chain.id;
      },
      async getProvider() {
        return provider;
      },
      async isAuthorized() {
        account ??= storedAccount();
        return account !== undefined;
      },
      async switchChain({ chainId }) {
        if (chainId !== chain.id) throw new SwitchChainError(new Error(walletCopy.demo.oneChain(chain.name)));
        return chain;
      },
      selectAccount(address) {
        remember(address);
        emitter.emit("change", { accounts: [address] });
      },
      onAccountsChanged(accounts) {
        if (accounts.length === 0) emitter.emit("disconnect");
        else emitter.emit("change", { accounts: accounts.map((address) => getAddress(address)) });
      },
      onChainChanged(chainId) {
        emitter.emit("change", { chainId: Number(chainId) });
      },
      onDisconnect() {
        emitter.emit("disconnect");
      },
    };
  });
}

function storedAccount(): Address | undefined {
  const stored = texts.getItem(STORAGE_KEY);
  return demoAccounts.find((account) => account.address === stored)?.address;
}

/** The demo wallet among the connectors, if this chain has it. */
export function asDemoConnector(connector: Connector | undefined): (Connector & DemoProperties) | undefined {
  return connector?.id === DEMO_CONNECTOR_ID ? (connector as Connector & DemoProperties) : undefined;
}
