"use client";

import { accountOwner, type Wad } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { isAddressEqual } from "viem";
import { Health } from "@/components/gauge/health";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { liquidationsCopy } from "@/content/liquidations";
import { positionsCopy } from "@/content/positions";
import { useDeployment } from "@/features/data/runtime-context";
import { useVolatility } from "@/features/risk/use-risk";
import { chanceOf, horizons } from "@/features/ticket/chance";
import { useIsPhone } from "@/features/trade/use-is-phone";
import { openReview } from "@/features/transaction/transaction-store";
import { Value } from "@/features/transaction/value";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatChance, formatDistance, formatLeverage, formatUsdWhole } from "@/lib/format";
import { softHealthOf, zoneOf } from "@/lib/zones";
import type { AccountView } from "./auction-view";

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

interface NearProps {
  readonly view: AccountView;
  readonly isStale: boolean;
}

function NearRow({ view, isStale }: NearProps) {
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
}

function NearCard({ view, isStale }: NearProps) {
  const { position, key, name, collateral } = view;
  const soft = softHealthOf(collateral);
  return (
    <li
      data-account={key}
      data-zone={zoneOf(position.health, soft)}
      className={cx(
        "grid gap-2 border-line border-t px-4 py-3",
        "data-[zone=soft]:shadow-[inset_3px_0_0_var(--soft)]",
        isStale && "text-fg-2",
      )}
    >
      <div className="flex items-center justify-between">
        <span>
          <span className="block font-medium">
            {name} {formatLeverage(position.leverage, "nearest")}
          </span>
          <Owner view={view} />
        </span>
        <Health health={position.health} soft={soft} stale={isStale} />
      </div>
      <dl className="grid grid-cols-3">
        <Term label={copy.head.debt}>{formatUsdWhole(view.debtValue)}</Term>
        <Term label={copy.head.distance}>{formatDistance(position.liquidationDistance)}</Term>
        <Term label={copy.head.soft}>
          <SoftChoice view={view} />
        </Term>
      </dl>
    </li>
  );
}

function Term({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-11 text-fg-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Owner({ view }: { readonly view: AccountView }) {
  const { owner } = useOwner();
  const address = accountOwner(view.key);
  const isYours = owner !== undefined && isAddressEqual(address, owner);
  return (
    <span className="whitespace-nowrap">
      <span className="font-mono">{formatAddress(address)}</span>
      {isYours && <span className="ml-1.5 text-12 text-fg-3">{copy.yours}</span>}
    </span>
  );
}

function Chance({ view: { position } }: { readonly view: AccountView }) {
  const chance: Wad | null | undefined = chanceOf(position, horizons.day, useVolatility(position.base.token));
  return (
    <Value name="chance" raw={chance}>
      {chance === null ? positionsCopy.none : formatChance(chance)}
    </Value>
  );
}

/** Whether slices may be closed already, and the press that closes one. */
function SoftChoice({ view }: { readonly view: AccountView }) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const { account, market, key, name } = view;
  const { quote, auction } = account;
  if (!auction.softZone) return <span className="text-fg-3">{copy.softOff}</span>;
  const canTake =
    quote?.zone === "soft" &&
    quote.seized > 0n &&
    owner !== undefined &&
    !watching &&
    !isAddressEqual(accountOwner(key), owner);
  if (!canTake) return <span>{copy.softOn}</span>;
  return (
    <Button
      size="xs"
      aria-label={copy.sliceLabel(name, formatAddress(accountOwner(key)))}
      onClick={() =>
        openReview(
          {
            type: "take",
            market: market.id,
            account: key,
            collateralAsset: quote.collateralAsset,
            debtAsset: quote.debtAsset,
            maxRepaid: "max",
            capital: "own",
          },
          { owner, chainId },
        )
      }
    >
      {copy.slice}
    </Button>
  );
}
