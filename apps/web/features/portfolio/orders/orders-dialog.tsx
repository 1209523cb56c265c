"use client";

import { type AccountId, positionOf } from "@gimbal/sdk";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { common } from "@/content/common";
import { ordersCopy } from "@/content/orders";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { accountName } from "@/features/positions/position-view";
import { MoveForm } from "./move-form";
import type { SwapType } from "./order-limits";
import { SwapForm } from "./swap-form";

const copy = ordersCopy.dialog;

/** What can be ordered for an account. */
export type OrderMode = SwapType | "move";

interface OrdersDialogProps {
  readonly account: AccountId;
  readonly initialMode: OrderMode;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: (mode: OrderMode) => void;
}

/** Another collateral, another debt, or another account for what one sub-account has. */
export function OrdersDialog({ account, initialMode, onClose, onReopen }: OrdersDialogProps) {
  const loaded = useSnapshot();
  const snapshot = dataOf(loaded);
  const [mode, setMode] = useState<OrderMode>(initialMode);
  const isRead = snapshot?.accounts.some(({ id }) => id === account) ?? false;
  const position = snapshot !== undefined && isRead ? positionOf(snapshot, account) : undefined;
  const title = position === undefined ? copy.mode : copy.title(accountName(position));
  const modes = (["swapCollateral", "swapDebt", "move"] as const).map((value) => ({
    value,
    label: copy.modes[value],
  }));
  const form = snapshot !== undefined &&
    position !== undefined && { snapshot, position, onClose, onReopen: () => onReopen(mode) };
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} width={480}>
      {form ? (
        <div data-slot="orders" data-account={account} className="grid grid-cols-1 gap-3.5">
          <Segmented<OrderMode> label={copy.mode} options={modes} value={mode} onChange={setMode} size="lg" />
          <p className="text-12 text-fg-2">{copy.about[mode]}</p>
          {mode === "move" ? <MoveForm {...form} /> : <SwapForm key={mode} type={mode} {...form} />}
        </div>
      ) : loaded.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={loaded.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : isRead ? (
        <p className="text-fg-2">{copy.gone}</p>
      ) : (
        <div aria-busy="true" className="grid gap-3 pb-4">
          <span className="sr-only">{copy.loading}</span>
          <Skeleton className="h-9" />
          <Skeleton className="h-20" />
          <Skeleton className="h-32" />
        </div>
      )}
    </Dialog>
  );
}
