"use client";

import type { AssetState, PriceStatus, Snapshot } from "@gimbal/sdk";
import { Dot, type DotState } from "@/components/ui/dot";
import { Popover } from "@/components/ui/popover";
import { shellCopy } from "@/content/shell";
import { dataOf } from "@/features/data/loadable";
import { useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { formatAge, formatPrice, formatShare } from "@/lib/format";
import { StatusItem } from "./status-item";

const copy = shellCopy.oracle;
const dots = { ok: "ok", guarded: "warning", down: "bad" } as const satisfies Record<PriceStatus, DotState>;
const severity: readonly PriceStatus[] = ["ok", "guarded", "down"];

interface OracleView {
  readonly timestamp: bigint;
  readonly assets: readonly AssetState[];
}

/** Every asset once, in the order of the markets. */
function selectOracle(snapshot: Snapshot): OracleView {
  const bySymbol = new Map<string, AssetState>();
  for (const asset of snapshot.markets.flatMap((market) => market.assets)) {
    if (!bySymbol.has(asset.symbol)) bySymbol.set(asset.symbol, asset);
  }
  return { timestamp: snapshot.timestamp, assets: [...bySymbol.values()] };
}

/** The worst state of any price, with all of them one press away. */
export function OracleStatus() {
  const view = dataOf(useSnapshotSelect(selectOracle));
  const isStale = useStaleAge() !== undefined;
  const worst = severity.findLast((status) => view?.assets.some((asset) => asset.price.status === status));
  return (
    <Popover
      label={copy.label}
      align="end"
      className="w-[380px] px-3 py-2.5 text-12"
      trigger={
        <StatusItem
          state={worst === undefined || isStale ? "unknown" : dots[worst]}
          term={copy.label}
          value={worst === undefined || isStale ? copy.loading : summary(worst, view)}
        />
      }
    >
      {view !== undefined && <OracleTable view={view} />}
      <p className="mt-2 text-fg-3 leading-normal">{copy.notes[worst ?? "ok"]}</p>
    </Popover>
  );
}

function summary(worst: PriceStatus, view: OracleView | undefined): string {
  if (worst !== "ok" || view === undefined) return worst === "down" ? copy.down : copy.guarded;
  const newest = Math.min(...view.assets.map((asset) => ageOf(asset, view)));
  return copy.live(formatAge(newest));
}

function ageOf(asset: AssetState, view: OracleView): number {
  return Number(view.timestamp - asset.price.updatedAt);
}

function OracleTable({ view }: { readonly view: OracleView }) {
  const cell = "h-7 pl-3 text-right first:pl-0 first:text-left last:text-left";
  return (
    <table className="w-full whitespace-nowrap">
      <thead className="text-fg-3">
        <tr>
          {Object.values(copy.head).map((label) => (
            <th key={label} scope="col" className={`${cell} font-normal`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.assets.map((asset) => (
          <tr key={asset.symbol} className="border-line border-t">
            <th scope="row" className={`${cell} font-medium`}>
              {asset.symbol}
            </th>
            <td className={cell}>
              {formatPrice(asset.price.status === "down" ? undefined : asset.price.mid)}
            </td>
            <td className={cell}>
              {formatShare(asset.price.witness === 0n ? undefined : asset.price.deviation)}
            </td>
            <td className={cell}>{formatAge(ageOf(asset, view))}</td>
            <td className={cell}>
              <span className="inline-flex items-center gap-1.5">
                <Dot state={dots[asset.price.status]} />
                {copy.states[asset.price.status]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
