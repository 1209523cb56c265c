"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { earnCopy } from "@/content/earn";
import { Value } from "@/features/transaction/value";
import { formatBorrowRate, formatShare, formatSupplyRate, formatUtilisation } from "@/lib/format";
import { Caps } from "./caps";
import { curveOf, feeOf, splitOf } from "./curve";
import { CurveTable } from "./curve-table";
import type { ReserveView } from "./reserves";

const CurveChart = dynamic(() => import("./curve-chart").then((module) => module.CurveChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[200px] rounded-2" />,
});

const copy = earnCopy.curve;

/** How the rates of one reserve follow utilisation, and what its supply rate is made of. */
export function CurvePanel({ reserve: { asset, marketName, key } }: { readonly reserve: ReserveView }) {
  const [asTable, setAsTable] = useState(false);
  const points = useMemo(() => curveOf(asset), [asset]);
  const { borrowRate, supplyRate, utilisation } = asset.reserve;
  const split = splitOf(asset);
  return (
    <Panel
      title={copy.title(earnCopy.name(asset.symbol, marketName))}
      data-reserve-curve={key}
      aside={
        <Button variant="ghost" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? copy.showChart : copy.showTable}
        </Button>
      }
    >
      <div className="grid gap-4 px-4 pb-4">
        {asTable ? (
          <CurveTable points={points} />
        ) : (
          <CurveChart points={points} now={{ utilisation, borrow: borrowRate, supply: supplyRate }} />
        )}
        <div>
          <h3 className="mb-1.5 text-12 text-fg-3">{copy.split}</h3>
          <DefinitionList>
            <Definition term={copy.base}>
              <Value name="base" raw={split.base}>
                {formatBorrowRate(split.base)}
              </Value>
            </Definition>
            <Definition term={copy.byUse}>
              <Value name="byUse" raw={split.utilisation}>
                + {formatBorrowRate(split.utilisation)}
              </Value>
            </Definition>
            <Definition term={<Explain term={copy.risk}>{copy.riskNote}</Explain>}>
              <Value name="risk" raw={split.risk}>
                + {formatBorrowRate(split.risk)}
              </Value>
            </Definition>
            <Definition term={copy.interest}>
              <span className="block border-line border-t">{formatBorrowRate(borrowRate)}</span>
            </Definition>
            <Definition term={copy.lent}>× {formatUtilisation(utilisation)}</Definition>
            <Definition term={copy.fee}>− {formatShare(feeOf(asset))}</Definition>
            <Definition term={<span className="font-medium text-fg">{copy.earned}</span>}>
              <span className="font-medium">{formatSupplyRate(supplyRate)}</span>
            </Definition>
          </DefinitionList>
        </div>
        <Caps asset={asset} />
        <p className="text-12 text-fg-3 leading-[1.45]">
          {copy.adapts} {copy.loss}
        </p>
      </div>
    </Panel>
  );
}
