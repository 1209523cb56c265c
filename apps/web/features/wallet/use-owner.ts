"use client";

import { useSearchParams } from "next/navigation";
import { type Address, getAddress, isAddress } from "viem";
import { useAccount } from "wagmi";

interface Owner {
  /** Whose positions are on screen. */
  readonly owner: Address | undefined;
  /** True for `?watch=0x…`: everything can be read, nothing signed. */
  readonly watching: boolean;
}

/** The address that the page is about: the watched one, else the wallet. */
export function useOwner(): Owner {
  const { address } = useAccount();
  const watched = useSearchParams().get("watch");
  return watched !== null && isAddress(watched, { strict: false })
    ? { owner: getAddress(watched), watching: true }
    : { owner: address, watching: false };
}
