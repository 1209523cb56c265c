"use client";

import { cx } from "class-variance-authority";
import { memo } from "react";
import { Health } from "@/components/gauge/health";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { liquidationsCopy } from "@/content/liquidations";
import { useIsPhone } from "@/features/trade/use-is-phone";
import { Value } from "@/features/transaction/value";
import { formatDistance, formatLeverage, formatUsdWhole } from "@/lib/format";
import { softHealthOf, zoneOf } from "@/lib/zones";
import type { AccountView } from "./auction-view";
import { NearCard, type NearProps } from "./near-card";
import { Chance, Owner, SoftChoice } from "./near-cells";

const copy = liquidationsCopy.near;

interface NearPanelProps {
  readonly views: readonly AccountView[];
  readonly isStale: boolean;
}

/** Accounts that may soon be liquidated, the riskiest first. */
export function NearPanel({ views, isStale }: NearPanelProps) {
  const isPhone = useIsPhone();
  return (
    <Panel title={copy.title} aside={copy.order} data-panel="near">
      {views.length === 0 ? (
        <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
      ) : isPhone === true ? (
        <ul aria-label={copy.label}>
          {views.map((view) => (
            <NearCard key={view.key} view={view} isStale={isStale} />
          ))}
        </ul>
      ) : (
        <div className="overflow-x-auto">
          <Table aria-label={copy.label}>
            <thead>
              <tr>
                <HeadCell>{copy.head.account}</HeadCell>
                <HeadCell>{copy.head.position}</HeadCell>
                <HeadCell>{copy.head.health}</HeadCell>
                <HeadCell numeric>{copy.head.debt}</HeadCell>
                <HeadCell numeric className="max-desktop:hidden">
                  {copy.head.collateral}
                </HeadCell>
                <HeadCell numeric>{copy.head.distance}</HeadCell>
                <HeadCell numeric className="max-desktop:hidden">
                  {copy.head.chance}
                </HeadCell>
                <HeadCell>{copy.head.soft}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {views.map((view) => (
                <NearRow key={view.key} view={view} isStale={isStale} />
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}

const NearRow = memo(function NearRow({ view, isStale }: NearProps) {
  const { position, key, name, collateral } = view;
  const soft = softHealthOf(collateral);
  return (
    <Row zone={zoneOf(position.health, soft)} data-account={key} className={cx(isStale && "text-fg-2")}>
      <Cell>
        <Owner view={view} />
      </Cell>
      <Cell>
        {name} {formatLeverage(position.leverage, "nearest")}
      </Cell>
      <Cell>
        <Health health={position.health} soft={soft} stale={isStale} />
      </Cell>
      <Cell numeric>
        <Value name="debt" raw={view.debtValue}>
          {formatUsdWhole(view.debtValue)}
        </Value>
      </Cell>
      <Cell numeric className="max-desktop:hidden">
        <Value name="collateral" raw={view.collateralValue}>
          {formatUsdWhole(view.collateralValue)}
        </Value>
      </Cell>
      <Cell numeric>
        <Value name="distance" raw={position.liquidationDistance}>
          {formatDistance(position.liquidationDistance)}
        </Value>
      </Cell>
      <Cell numeric className="max-desktop:hidden">
        <Chance view={view} />
      </Cell>
      <Cell>
        <SoftChoice view={view} />
      </Cell>
    </Row>
  );
});
