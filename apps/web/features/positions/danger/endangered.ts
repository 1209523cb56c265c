import type { Position } from "@gimbal/sdk";
import { softOf } from "@/lib/zones";

/** In the soft zone or in auction. */
export function isEndangered(position: Position): boolean {
  const { health } = position;
  return typeof health === "bigint" && health < softOf(position);
}
