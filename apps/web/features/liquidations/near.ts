import { WAD, type Wad } from "@gimbal/sdk";
import { softHealthOf } from "@/lib/zones";
import type { AccountView } from "./auction-view";

/** Accounts that are farther from liquidation than this are no news. */
const NEAR: Wad = (WAD * 125n) / 100n;

export function isInSoftZone({ position, collateral }: AccountView): boolean {
  const { health } = position;
  return typeof health === "bigint" && health >= WAD && health < softHealthOf(collateral);
}

export function isUnhealthy({ position }: AccountView): boolean {
  return position.liquidatable === true;
}

/** Lowest health first; accounts without a known health behind. */
export function byHealth(a: AccountView, b: AccountView): number {
  const [left, right] = [a.position.health, b.position.health];
  if (typeof left !== "bigint" || typeof right !== "bigint") {
    return Number(typeof left !== "bigint") - Number(typeof right !== "bigint");
  }
  if (left !== right) return left < right ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** Accounts above 1 that may soon be below it. */
export function nearOf(views: readonly AccountView[]): readonly AccountView[] {
  return views
    .filter(
      ({ position: { health, liquidatable } }) =>
        liquidatable !== true && (health === undefined || (health !== null && health < NEAR)),
    )
    .sort(byHealth);
}
