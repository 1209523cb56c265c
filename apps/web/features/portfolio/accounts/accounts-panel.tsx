"use client";

import type { AccountId, Position } from "@gimbal/sdk";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { portfolioCopy } from "@/content/portfolio";
import { useIsPhone } from "@/features/trade/use-is-phone";
import { AccountCards } from "./account-cards";
import { AccountsTable } from "./accounts-table";

const copy = portfolioCopy.accounts;

export interface AccountListProps {
  readonly positions: readonly Position[];
  readonly isStale: boolean;
  readonly onManage: (account: AccountId) => void;
  /** Swaps what an account has, or moves it. */
  readonly onOrder: (account: AccountId) => void;
}

/** All sub-accounts that hold or owe something. */
export function AccountsPanel(props: AccountListProps) {
  const isPhone = useIsPhone();
  const List = isPhone === true ? AccountCards : AccountsTable;
  return (
    <Panel title={copy.title} aside={copy.note} data-portfolio-panel="accounts">
      {props.positions.length === 0 ? (
        <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
      ) : (
        <List {...props} />
      )}
    </Panel>
  );
}
