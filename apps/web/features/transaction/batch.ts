import { type Address, type Hash, type Hex, numberToHex } from "viem";
import type { Call } from "./ports";

/** What a wallet of EIP-5792 is asked with. */
export type WalletRequest = (request: {
  readonly method: string;
  readonly params: unknown;
}) => Promise<unknown>;

interface Capabilities {
  readonly [chainId: string]: { readonly atomic?: { readonly status?: unknown } } | undefined;
}

/** True if the wallet says that it carries out several calls as one, or after an upgrade it offers by itself. */
export async function canBatch(request: WalletRequest, address: Address, chainId: number): Promise<boolean> {
  const id = numberToHex(chainId);
  try {
    const capabilities = (await request({
      method: "wallet_getCapabilities",
      params: [address, [id]],
    })) as Capabilities | null;
    const own = capabilities?.[id] ?? capabilities?.[chainId];
    const status = (own ?? capabilities?.["0x0"])?.atomic?.status;
    return status === "supported" || status === "ready";
  } catch {
    return false; // a wallet that does not know the question has no batches
  }
}

/** Asks the wallet for all calls or none of them; the answer is the wallet's name of the batch. */
export async function sendBatch(
  request: WalletRequest,
  {
    address,
    chainId,
    calls,
  }: { readonly address: Address; readonly chainId: number; readonly calls: readonly Call[] },
): Promise<string> {
  const answer = await request({
    method: "wallet_sendCalls",
    params: [
      {
        version: "2.0.0",
        from: address,
        chainId: numberToHex(chainId),
        atomicRequired: true,
        calls: calls.map(({ to, data, value }) => ({ to, data, value: numberToHex(value) })),
      },
    ],
  });
  // wallets of the first version answer with the id alone
  return typeof answer === "string" ? answer : (answer as { readonly id: string }).id;
}

/** Where a batch stands: on its way, in a transaction, or given up by the wallet. */
export type BatchState =
  | { readonly type: "pending" }
  | { readonly type: "mined"; readonly hash: Hash }
  | { readonly type: "failed" };

interface CallsStatus {
  readonly status?: number | string;
  readonly receipts?: readonly { readonly transactionHash: Hex }[];
}

const PENDING = 200;

export async function batchState(request: WalletRequest, id: string): Promise<BatchState> {
  const answer = (await request({ method: "wallet_getCallsStatus", params: [id] })) as CallsStatus | null;
  const hash = answer?.receipts?.at(-1)?.transactionHash;
  if (hash !== undefined) return { type: "mined", hash };
  const { status } = answer ?? {};
  const isOnItsWay = status === "PENDING" || (typeof status === "number" && status < PENDING);
  return { type: isOnItsWay ? "pending" : "failed" };
}
