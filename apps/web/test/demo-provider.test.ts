// @vitest-environment node
import {
  type Address,
  createPublicClient,
  custom,
  recoverMessageAddress,
  recoverTypedDataAddress,
  toHex,
} from "viem";
import { foundry } from "viem/chains";
import { beforeEach, describe, expect, test } from "vitest";
import { demoAccounts } from "@/features/wallet/demo/accounts";
import { demoSigner } from "@/features/wallet/demo/keys";
import { type DemoProvider, demoProvider } from "@/features/wallet/demo/provider";
import { useDemoRequests } from "@/features/wallet/demo/requests";

const trader = demoAccounts[0].address;
let account: Address | undefined;
let provider: DemoProvider;

beforeEach(() => {
  account = undefined;
  useDemoRequests.setState({ queue: [] });
  provider = demoProvider({
    chain: foundry,
    rpcUrl: "http://127.0.0.1:1",
    account: () => account,
    connect: async () => (account = trader),
  });
});

const ask = (method: string, params: readonly unknown[] = []) =>
  provider.request({ method, params } as never) as Promise<unknown>;

/** Waits for the wallet's window and answers it. */
async function answer(approved: boolean): Promise<void> {
  for (;;) {
    const [pending] = useDemoRequests.getState().queue;
    if (pending !== undefined) return pending.answer(approved);
    await Promise.resolve();
  }
}

describe("demo wallet", () => {
  test("its accounts and keys belong together", () => {
    for (const { address } of demoAccounts) expect(demoSigner(address).address).toBe(address);
  });

  test("shows no account before a person connects", async () => {
    expect(await ask("eth_accounts")).toEqual([]);
    expect(await ask("eth_requestAccounts")).toEqual([trader]);
    expect(await ask("eth_accounts")).toEqual([trader]);
  });

  test("refuses to sign before a person connects", async () => {
    await expect(ask("personal_sign", [toHex("hello"), trader])).rejects.toMatchObject({ code: 4100 });
    expect(useDemoRequests.getState().queue).toEqual([]);
  });

  test("a rejection carries the code of a rejection", async () => {
    account = trader;
    const request = ask("eth_sendTransaction", [{ from: trader, to: trader, data: "0x" }]);
    const outcome = expect(request).rejects.toMatchObject({ code: 4001 });
    await answer(false);
    await outcome;
    expect(useDemoRequests.getState().queue).toEqual([]);
  });

  test("signs a message with the account in use", async () => {
    account = trader;
    const request = ask("personal_sign", [toHex("hello"), trader]);
    await answer(true);
    const signature = (await request) as `0x${string}`;
    expect(await recoverMessageAddress({ message: "hello", signature })).toBe(trader);
  });

  test("signs typed data with the account in use", async () => {
    account = trader;
    const data = {
      domain: { name: "USD Coin", chainId: 31337 },
      types: { Permit: [{ name: "value", type: "uint256" }] },
      primaryType: "Permit",
      message: { value: "20000000000" },
    } as const;
    const request = ask("eth_signTypedData_v4", [trader, JSON.stringify(data)]);
    await answer(true);
    const signature = (await request) as `0x${string}`;
    const signer = await recoverTypedDataAddress({ ...data, message: { value: 20_000_000_000n }, signature });
    expect(signer).toBe(trader);
  });

  test("knows its own chain and no other", async () => {
    expect(await ask("eth_chainId")).toBe(toHex(foundry.id));
    expect(await ask("wallet_switchEthereumChain", [{ chainId: toHex(foundry.id) }])).toBeNull();
    await expect(ask("wallet_switchEthereumChain", [{ chainId: "0x1" }])).rejects.toMatchObject({
      code: 4902,
    });
  });

  test("an error of the node arrives with a code", async () => {
    const client = createPublicClient({ transport: custom(provider, { retryCount: 0 }) });
    await expect(client.getBlockNumber()).rejects.toThrow();
    await expect(ask("eth_blockNumber")).rejects.toMatchObject({ code: expect.any(Number) });
  });
});
