import {
  type Address,
  BaseError,
  type Chain,
  type EIP1193RequestFn,
  type Hex,
  hexToBigInt,
  hexToString,
  http,
  isHex,
  numberToHex,
} from "viem";
import { askForApproval, type DemoRequest } from "./requests";

/** Error of a wallet, in the shape EIP-1193 asks for. */
export class WalletError extends Error {
  override name = "WalletError";
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

export interface DemoProviderParameters {
  readonly chain: Chain;
  readonly rpcUrl: string;
  /** Account in use; undefined until a person has connected. */
  readonly account: () => Address | undefined;
  readonly connect: () => Promise<Address>;
}

export interface DemoProvider {
  readonly request: EIP1193RequestFn;
}

interface TransactionParameters {
  readonly from?: Address;
  readonly to?: Address;
  readonly data?: Hex;
  readonly value?: Hex;
  readonly gas?: Hex;
}

/** An EIP-1193 provider over the public development keys; every signature is approved in a dialog. */
export function demoProvider({ chain, rpcUrl, account, connect }: DemoProviderParameters): DemoProvider {
  const node = http(rpcUrl, { retryCount: 0 })({ chain });

  const inUse = (): Address => {
    const address = account();
    if (address === undefined) throw new WalletError(4100, "The demo wallet is not connected");
    return address;
  };
  const approve = async (request: DemoRequest) => {
    if (!(await askForApproval(request))) throw new WalletError(4001, "You cancelled in the wallet");
  };

  const sendTransaction = async (transaction: TransactionParameters): Promise<Hex> => {
    const from = inUse();
    const data = transaction.data ?? "0x";
    const value = transaction.value === undefined ? 0n : hexToBigInt(transaction.value);
    await approve({ type: "transaction", from, to: transaction.to, data, value });
    const { send } = await import("./send");
    const gas = transaction.gas === undefined ? undefined : hexToBigInt(transaction.gas);
    return send({ chain, rpcUrl, from, to: transaction.to ?? null, data, value, gas });
  };

  const signMessage = async (message: Hex): Promise<Hex> => {
    const from = inUse();
    await approve({ type: "message", from, text: isHex(message) ? hexToString(message) : message });
    const { demoSigner } = await import("./keys");
    return demoSigner(from).signMessage({ message: { raw: message } });
  };

  const signTypedData = async (json: string): Promise<Hex> => {
    const from = inUse();
    await approve({ type: "typedData", from, json });
    const { demoSigner } = await import("./keys");
    return demoSigner(from).signTypedData(JSON.parse(json));
  };

  const switchChain = (chainId: Hex): null => {
    if (Number(chainId) === chain.id) return null;
    throw new WalletError(4902, `The demo wallet knows ${chain.name} only`);
  };

  const answer = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    switch (method) {
      case "eth_accounts": {
        const address = account();
        return address === undefined ? [] : [address];
      }
      case "eth_requestAccounts":
        return [await connect()];
      case "wallet_requestPermissions":
        await connect();
        return [{ parentCapability: "eth_accounts" }];
      case "eth_chainId":
        return numberToHex(chain.id);
      case "eth_sendTransaction":
        return sendTransaction(params[0] as TransactionParameters);
      case "personal_sign":
        return signMessage(params[0] as Hex);
      case "eth_signTypedData_v4":
        return signTypedData(params[1] as string);
      case "wallet_switchEthereumChain":
        return switchChain((params[0] as { chainId: Hex }).chainId);
      case "wallet_addEthereumChain":
        return null;
      default:
        return node.request({ method, params });
    }
  };

  return {
    request: (async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      try {
        return await answer(method, params ?? []);
      } catch (cause) {
        throw asWalletError(cause);
      }
    }) as EIP1193RequestFn,
  };
}

/** Hands the node's answer through, so that the caller can decode a revert. */
function asWalletError(cause: unknown): WalletError {
  if (cause instanceof WalletError) return cause;
  const inner = cause instanceof BaseError ? cause.walk((error) => hasCode(error)) : cause;
  if (hasCode(inner)) return new WalletError(inner.code, inner.message, inner.data);
  return new WalletError(-32603, cause instanceof Error ? cause.message : String(cause));
}

function hasCode(error: unknown): error is Error & { code: number; data?: unknown } {
  return error instanceof Error && "code" in error && typeof error.code === "number";
}
