"use client";

import { useSearchParams } from "next/navigation";
import type { Address } from "viem";
import { useAccount } from "wagmi";
import { parseWatch, WATCH } from "@/features/watch/watch-param";

interface Owner {
  /** Whose positions are on screen. */
  readonly owner: Address | undefined;
  /** True for `?watch=0x…`: everything can be read, nothing signed. */
  readonly watching: boolean;
}

/** The address that the page is about: the watched one, else the wallet. */
export function useOwner(): Owner {
  const { address } = useAccount();
  const watched = parseWatch(useSearchParams().get(WATCH));
  return watched.type === "address"
    ? { owner: watched.address, watching: true }
    : { owner: address, watching: false };
}
