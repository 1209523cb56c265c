import { type Address, type Chain, createWalletClient, type Hex, http } from "viem";
import { demoSigner } from "./keys";

export interface SendParameters {
  readonly chain: Chain;
  readonly rpcUrl: string;
  readonly from: Address;
  readonly to: Address | null;
  readonly data: Hex;
  readonly value: bigint;
  /** Estimated when left out. */
  readonly gas: bigint | undefined;
}

/** Signs a transaction with a demo key and sends it. Loaded with the first signature. */
export function send({ chain, rpcUrl, from, gas, ...transaction }: SendParameters): Promise<Hex> {
  const client = createWalletClient({
    account: demoSigner(from),
    chain,
    transport: http(rpcUrl, { retryCount: 0 }),
  });
  return client.sendTransaction({ ...transaction, ...(gas !== undefined && { gas }) });
}
