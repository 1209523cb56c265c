import { numberToHex } from "viem";
import type { Head } from "../accounts/follower";
import { NoQuorumError } from "../errors";
import type { Endpoints } from "./endpoints";

/** Throws unless enough endpoints know the block by the same hash: its prices are then the same to all of them. */
export async function requireQuorum(
  endpoints: Endpoints,
  { number, hash }: Head,
  needed: number,
): Promise<void> {
  if (needed <= 1) return;
  const params = [numberToHex(number), false];
  const blocks = await endpoints.askAll({ method: "eth_getBlockByNumber", params });
  const agreed = blocks.filter(
    (block) => (block as { readonly hash?: unknown } | undefined | null)?.hash === hash,
  );
  if (agreed.length < needed) throw new NoQuorumError(number, agreed.length, needed);
}
