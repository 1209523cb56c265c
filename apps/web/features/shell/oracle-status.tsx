"use client";

import type { PriceStatus } from "@gimbal/sdk";
import { Popover } from "@/components/ui/popover";
import { shellCopy } from "@/content/shell";
import { dataOf } from "@/features/data/loadable";
import { useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { formatAge } from "@/lib/format";
import { OracleTable } from "./oracle-table";
import { type OracleView, oracleAge, oracleDots, oracleViewOf } from "./oracle-view";
import { StatusItem } from "./status-item";

const copy = shellCopy.oracle;
const severity: readonly PriceStatus[] = ["ok", "guarded", "down"];

/** The worst state of any price, with all of them one press away. */
export function OracleStatus() {
  const view = dataOf(useSnapshotSelect(oracleViewOf));
  const isStale = useStaleAge() !== undefined;
  const worst = severity.findLast((status) => view?.assets.some((asset) => asset.price.status === status));
  return (
    <Popover
      label={copy.label}
      align="end"
      className="w-[380px] max-w-[calc(100vw-16px)] px-3 py-2.5 text-12"
      trigger={
        <StatusItem
          state={worst === undefined || isStale ? "unknown" : oracleDots[worst]}
          term={copy.label}
          value={worst === undefined || isStale ? copy.loading : summary(worst, view)}
        />
      }
    >
      {view !== undefined && <OracleTable view={view} label={copy.label} />}
      <p className="mt-2 text-fg-3 leading-normal">{copy.notes[worst ?? "ok"]}</p>
    </Popover>
  );
}

function summary(worst: PriceStatus, view: OracleView | undefined): string {
  if (worst !== "ok" || view === undefined) return worst === "down" ? copy.down : copy.guarded;
  const newest = Math.min(...view.assets.map((asset) => oracleAge(asset, view)));
  return copy.live(formatAge(newest));
}
