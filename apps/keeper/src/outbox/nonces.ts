import { type Entry, isOpen } from "./entry";

/**
 * The nonce of the next transaction: the lowest that neither the chain nor an open entry has used. A nonce that became
 * free, because what had it was dropped, is filled first: everything after it would wait for it.
 *
 * @param mined Transactions of the account in the newest block.
 */
export function nextNonce(mined: number, entries: readonly Entry[]): number {
  const taken = new Set(entries.filter(isOpen).map(({ nonce }) => nonce));
  let nonce = mined;
  while (taken.has(nonce)) nonce += 1;
  return nonce;
}
