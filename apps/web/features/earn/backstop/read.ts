/** The vault reads, loaded beside the page: what they decode is no part of its first load. */
export { readBackstop, readBackstops } from "@gimbal/sdk";
