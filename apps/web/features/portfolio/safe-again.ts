import { WAD } from "@gimbal/sdk";

/** Health to which a liquidation of the engine brings an account: what a rescue aims at [wad]. */
export const SAFE_AGAIN = (WAD * 105n) / 100n;
