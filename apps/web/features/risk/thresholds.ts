import { WAD, type Wad } from "@gimbal/sdk";

/** Coverage below which new leverage stops. */
export const OPENING_COVERAGE: Wad = (12n * WAD) / 10n;
/** Coverage below which a market only shrinks. */
export const REDUCING_COVERAGE: Wad = WAD;
