"use client";

import type { Position } from "@gimbal/sdk";
import { Health } from "@/components/gauge/health";
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
const terms = ["equity", "leverage", "liquidation", "distance", "cost", "chance"] as const;

/** Sub-accounts on a phone, the riskiest first. */
export function AccountCards({ positions, isStale, onManage, onOrder }: AccountListProps) {
  const { rows } = useOrdered(positions);
  return (
    <ul aria-label={copy.title}>
      {rows.map((position) => (
        <AccountCard
          key={position.account}
          position={position}
          isStale={isStale}
          onManage={onManage}
          onOrder={onOrder}
        />
      ))}
    </ul>
  );
}

interface AccountCardProps extends Pick<AccountListProps, "isStale" | "onManage" | "onOrder"> {
  readonly position: Position;
}

function AccountCard({ position, isStale, onManage, onOrder }: AccountCardProps) {
  const view = accountView(position, useVolatility(position.base.token));
  return (
    <li
      data-subaccount={position.account}
      data-zone={view.zone}
      className="border-line border-t px-4 py-3 data-[zone=auction]:shadow-[inset_3px_0_0_var(--auction)] data-[zone=soft]:shadow-[inset_3px_0_0_var(--soft)]"
    >
      <div className="flex items-center justify-between gap-3">
        <span>
          <AccountName view={view} />
          <span className="ml-2 text-12 text-fg-3">{view.kind}</span>
        </span>
        <Health health={position.health} stale={isStale} />
      </div>
      <p className="mt-0.5 mb-2.5 text-12 text-fg-2">
        {view.holds}
        {view.owes !== "" && `, ${copy.owes(view.owes)}`}
      </p>
      <dl className="mb-3 grid grid-cols-3 gap-y-2">
        {terms.map((term) => (
          <div key={term}>
            <dt className="text-11 text-fg-3">{head[term]}</dt>
            <dd>
              <Value name={term} raw={view[term].raw}>
                {view[term].text}
              </Value>
            </dd>
          </div>
        ))}
      </dl>
      <div className="grid grid-cols-2 gap-2">
        <ManageButton name={view.name} size="md" onPress={() => onManage(position.account)} />
        <OrdersButton name={view.name} size="md" onPress={() => onOrder(position.account)} />
      </div>
    </li>
  );
}
