import { type Position, positionAccount, positionOf, type Snapshot } from "@gimbal/sdk";
import { crossFixture } from "../../../../packages/sdk/test/support/crossFixture";
import { ETH, OWNER, USDC } from "./market";

export { crossFixture };

export const BTC = 10n ** 8n;
export const CROSS = positionAccount(OWNER, 4, "long");

/** 3 ETH and 0.05 BTC held, 9,000 USDC owed: equity of 4,500. */
export const crossLongs = () =>
  crossFixture({ collateral: [0n, 3n * ETH, BTC / 20n], debt: [9_000n * USDC, 0n, 0n] });

/** 15,000 USDC held, 2 ETH and 0.05 BTC owed: equity of 4,500. */
export const crossShorts = () =>
  crossFixture({ collateral: [15_000n * USDC, 0n, 0n], debt: [0n, 2n * ETH, BTC / 20n] });

export function crossPosition(snapshot: Snapshot, base: number): Position {
  return positionOf(snapshot, CROSS, base) as Position;
}
