"use client";

import type { Position } from "@gimbal/sdk";
import { Health } from "@/components/gauge/health";
import { Cell, CellSub, HeadCell, Row, Table } from "@/components/ui/table";
import { portfolioCopy } from "@/content/portfolio";
import { useOrdered } from "@/features/positions/use-ordered";
import { useVolatility } from "@/features/risk/use-risk";
import { Value } from "@/features/transaction/value";
import { OrdersButton } from "../orders/orders-button";
import { AccountName } from "./account-name";
import { accountView } from "./account-view";
import type { AccountListProps } from "./accounts-panel";
import { ManageButton } from "./manage-button";

const copy = portfolioCopy.accounts;
const { head } = copy;

/** Sub-accounts, the riskiest first. */
export function AccountsTable({ positions, isStale, onManage, onOrder }: AccountListProps) {
  const { rows, hold } = useOrdered(positions);
  return (
    <div className="overflow-x-auto">
      <Table aria-label={copy.title} {...hold}>
        <thead>
          <tr>
            <HeadCell>{head.account}</HeadCell>
            <HeadCell>{head.holds}</HeadCell>
            <HeadCell>{head.health}</HeadCell>
            <HeadCell numeric>{head.equity}</HeadCell>
            <HeadCell numeric>{head.liquidation}</HeadCell>
            <HeadCell numeric>{head.cost}</HeadCell>
            <HeadCell numeric className="max-desktop:hidden">
              {head.chance}
            </HeadCell>
            <HeadCell>
              <span className="sr-only">{head.actions}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((position) => (
            <AccountRow
              key={position.account}
              position={position}
              isStale={isStale}
              onManage={onManage}
              onOrder={onOrder}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface AccountRowProps extends Pick<AccountListProps, "isStale" | "onManage" | "onOrder"> {
  readonly position: Position;
}

function AccountRow({ position, isStale, onManage, onOrder }: AccountRowProps) {
  const view = accountView(position, useVolatility(position.base.token));
  return (
    <Row zone={view.zone} data-subaccount={position.account}>
      <Cell>
        <AccountName view={view} />
        <CellSub>{view.kind}</CellSub>
      </Cell>
      <Cell className="text-fg-2">
        {view.holds}
        {view.owes !== "" && <CellSub>{copy.owes(view.owes)}</CellSub>}
      </Cell>
      <Cell>
        <Health health={position.health} stale={isStale} />
      </Cell>
      <Cell numeric>
        <Value name="equity" raw={view.equity.raw}>
          {view.equity.text}
        </Value>
        <CellSub>
          <Value name="leverage" raw={view.leverage.raw}>
            {view.leverage.text}
          </Value>
        </CellSub>
      </Cell>
      <Cell numeric>
        <Value name="liquidation" raw={view.liquidation.raw}>
          {view.liquidation.text}
        </Value>
        <CellSub>
          <Value name="distance" raw={view.distance.raw}>
            {view.distance.text}
          </Value>
        </CellSub>
      </Cell>
      <Cell numeric>
        <Value name="cost" raw={view.cost.raw}>
          {view.cost.text}
        </Value>
      </Cell>
      <Cell numeric className="max-desktop:hidden">
        <Value name="chance" raw={view.chance.raw}>
          {view.chance.text}
        </Value>
      </Cell>
      <Cell className="text-right">
        <span className="inline-flex flex-col gap-1">
          <ManageButton name={view.name} size="sm" onPress={() => onManage(position.account)} />
          <OrdersButton name={view.name} size="sm" onPress={() => onOrder(position.account)} />
        </span>
      </Cell>
    </Row>
  );
}
