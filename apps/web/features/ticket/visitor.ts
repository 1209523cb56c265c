import { type AccountState, accountIndex, positionAccounts, type Snapshot } from "@gimbal/sdk";
import { zeroAddress } from "viem";

const nothing = () => new Array<bigint>(16).fill(0n);

/** The snapshot as somebody without a wallet would stand in it, so that the ticket can be tried before connecting. */
export function asVisitor(snapshot: Snapshot): Snapshot {
  if (snapshot.owner !== undefined) return snapshot;
  const accounts = positionAccounts(zeroAddress, snapshot.deployment).map((id): AccountState => {
    const nil = { collateral: 0n, debt: 0n, margin: 0n };
    return {
      id,
      owner: zeroAddress,
      index: accountIndex(id),
      market: 0,
      collateral: nothing(),
      debt: nothing(),
      maintenance: nil,
      initial: nil,
    };
  });
  return { ...snapshot, owner: zeroAddress, accounts };
}
