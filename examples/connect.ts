import { decodeError, findDeployment, type Plan } from "@gimbal/sdk";
import { createClient, createWalletClient, erc20Abi, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { getChainId, waitForTransactionReceipt } from "viem/actions";

/** Second account of every local chain, with tokens of the demo; anyone has its key. */
const LOCAL_KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

/** A client and a wallet of the chain at `RPC_URL`, with the key in `PRIVATE_KEY`; both are the local chain's when left out. */
export async function connect() {
  const transport = http(process.env.RPC_URL ?? "http://127.0.0.1:8545");
  const client = createClient({ transport, pollingInterval: 500 });
  const account = privateKeyToAccount((process.env.PRIVATE_KEY ?? LOCAL_KEY) as Hex);
  const wallet = createWalletClient({ account, transport });
  const chainId = await getChainId(client);
  const deployment = findDeployment(chainId);
  if (deployment === undefined) throw new RangeError(`Gimbal is not deployed on chain ${chainId}.`);

  /** Sends what a plan needs, one after the other; throws what its guards say, or the contract, in words. */
  async function send({ guards, approvals, calls }: Plan<string, unknown, unknown>): Promise<void> {
    const blocking = guards.find(({ level }) => level === "block");
    if (blocking !== undefined) throw new RangeError(blocking.message);
    try {
      for (const { token, spender, amount } of approvals) {
        const approve = {
          address: token,
          abi: erc20Abi,
          functionName: "approve",
          args: [spender, amount],
        } as const;
        await mined(await wallet.writeContract({ ...approve, chain: null }));
      }
      for (const call of calls) await mined(await wallet.sendTransaction({ ...call, chain: null }));
    } catch (error) {
      throw decodeError(error);
    }
  }

  async function mined(hash: Hex): Promise<void> {
    const { status } = await waitForTransactionReceipt(client, { hash });
    if (status !== "success") throw new Error(`${hash} was reverted.`);
  }

  return { client, deployment, owner: account.address, send };
}
