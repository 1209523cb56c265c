import { UNKNOWN } from "./fixed";

/** `0x7f3a…91c2` */
export function formatAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** `1,204,881` */
export function formatBlock(block: bigint | undefined): string {
  return block === undefined ? UNKNOWN : block.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
