import type { Position } from "@gimbal/sdk";
import { SideLabel } from "@/components/side-label";
import { positionsCopy } from "@/content/positions";
import { isShared } from "./position-view";

/** Which way a position goes, and whether others answer for it. */
export function Direction({ position }: { readonly position: Position }) {
  const { side } = position;
  return (
    <span className="inline-flex items-center gap-1.5">
      {side !== undefined && <SideLabel side={side} />}
      {isShared(position) && <span data-slot="cross">{positionsCopy.cross}</span>}
    </span>
  );
}
