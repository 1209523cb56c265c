import { type Address, type Client, hexToBigInt, numberToHex } from "viem";
import type { Call } from "./ports";
import { isUnsupportedMethod } from "./problem";

/** What calls come to when they run one after the other. */
export interface Simulated {
  /** Used by all of them [gas]. */
  readonly gas: bigint;
}

interface SimulatedBlock {
  readonly calls: readonly {
    readonly status: string;
    readonly gasUsed: `0x${string}`;
    readonly returnData: string;
    readonly error?: { readonly data?: string };
  }[];
}

/** The first call that would fail, as the error that a node gives for it. */
export class CallFailed extends Error {
  override name = "CallFailed";
  /** Position among the calls. */
  readonly index: number;
  readonly data: string;

  constructor(index: number, data: string) {
    super("execution reverted");
    this.index = index;
    this.data = data;
  }
}

/**
 * Runs calls one after the other on the newest block without sending them (`eth_simulateV1`).
 *
 * @returns Undefined where the node cannot do that.
 * @throws {CallFailed} with the data of the first call that would fail.
 */
export async function simulateAll(
  client: Client,
  owner: Address,
  calls: readonly Call[],
): Promise<Simulated | undefined> {
  const body = calls.map(({ to, data, value }) => ({ from: owner, to, data, value: numberToHex(value) }));
  const request = { method: "eth_simulateV1", params: [{ blockStateCalls: [{ calls: body }] }, "latest"] };
  try {
    const [block] = (await client.request(request as never)) as readonly SimulatedBlock[];
    const results = block?.calls ?? [];
    const failed = results.findIndex(({ status }) => status !== "0x1");
    const failure = results[failed];
    if (failure !== undefined) throw new CallFailed(failed, failure.error?.data ?? failure.returnData);
    return { gas: results.reduce((sum, { gasUsed }) => sum + hexToBigInt(gasUsed), 0n) };
  } catch (error) {
    if (isUnsupportedMethod(error)) return undefined;
    throw error;
  }
}
