"use client";

import type { MovePreview } from "@gimbal/sdk";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TokenInput } from "@/components/ui/token-input";
import { ordersCopy } from "@/content/orders";
import { useDeployment } from "@/features/data/runtime-context";
import { accountName } from "@/features/positions/position-view";
import { GuardList } from "@/features/transaction/guard-list";
import { accountLabel, accountWords } from "@/features/transaction/orders/account-label";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAmount, formatToken } from "@/lib/format";
import { AccountPreview } from "./account-preview";
import { AssetChoice } from "./asset-choice";
import { OperatorNote } from "./operator-note";
import { OrderAction } from "./order-action";
import { MoveCosts } from "./order-costs";
import { amountIn } from "./order-limits";
import { reviewMove } from "./review-move";
import type { OrderFormProps } from "./swap-form";
import { useMove, type What } from "./use-move";

const copy = ordersCopy.move;

/** Collateral, or a position, to another account of the same owner. */
export function MoveForm({ snapshot, position, onClose, onReopen }: OrderFormProps) {
  const move = useMove(snapshot, position);
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const { what, collateral, debt, target, targets, plan, token, typed } = move;
  if (collateral === undefined) {
    return <EmptyState title={copy.noCollateral.title}>{copy.noCollateral.body}</EmptyState>;
  }
  const isWhole = what === "position";
  const planned = plan.status === "planned" ? plan.plan : undefined;
  const preview = planned?.action.type === "movePosition" ? (planned.preview as MovePreview) : undefined;
  const by = owner && { owner, chainId };
  const review = () => {
    if (move.intent === undefined || by === undefined) return;
    onClose();
    reviewMove(move.intent, by, onReopen);
  };
  const revoke = () => {
    if (by === undefined) return;
    onClose();
    openReview({ type: "operator", on: false }, by, { back: onReopen });
  };
  const whats = (["position", "collateral"] as const).map((value) => ({ value, label: copy.whats[value] }));
  const targetPosition = preview?.before;
  return (
    <div data-slot="order" data-type="move" data-what={what} className="grid grid-cols-1 gap-3.5">
      {move.owed.length > 0 && (
        <Segmented<What>
          label={copy.what}
          options={whats}
          value={what}
          onChange={move.setWhat}
          className="justify-self-start"
        />
      )}
      {(move.held.length > 1 || !isWhole) && (
        <AssetChoice
          name="collateral"
          label={isWhole ? copy.collateralAsset : copy.asset}
          assets={move.held}
          value={collateral.index}
          onChange={move.setHeld}
        />
      )}
      {isWhole && move.owed.length > 1 && debt !== undefined && (
        <AssetChoice
          name="debt"
          label={copy.debtAsset}
          assets={move.owed}
          value={debt.index}
          onChange={move.setOwed}
        />
      )}
      {isWhole ? (
        <p className="text-12 text-fg-2">
          {copy.whole(
            formatToken(move.total, token),
            formatToken(debt && amountIn(position, debt.index, "debt"), debt ?? token, "up"),
          )}
          {move.held.length + move.owed.length > 2 && ` ${copy.several}`}
        </p>
      ) : (
        <TokenInput
          label={copy.amount}
          symbol={token.symbol}
          value={typed.text}
          onChange={typed.setText}
          aside={copy.held(formatAmount(move.total, token))}
          onMax={move.takeMax}
          note={move.note}
        />
      )}
      {target === undefined ? (
        <EmptyState title={copy.noTarget.title}>{copy.noTarget.body}</EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="text-12 text-fg-2">{copy.target}</span>
            <Select
              label={copy.target}
              options={targets.map(({ account, market }) => ({
                value: account,
                label: accountLabel(snapshot, account, market),
              }))}
              value={target.account}
              onChange={move.setTarget}
            />
          </div>
          {preview !== undefined && (
            <MoveCosts
              preview={preview}
              snapshot={snapshot}
              market={target.market}
              debtAsset={debt?.index ?? 0}
            />
          )}
          <AccountPreview
            title={ordersCopy.preview.from(accountName(position))}
            side="from"
            before={position}
            after={preview?.from.after}
            isPlanned={preview !== undefined}
            isExact
          />
          {preview !== undefined && (
            <AccountPreview
              title={ordersCopy.preview.to(accountWords(snapshot, target.account, target.market))}
              side="to"
              before={targetPosition}
              after={preview.after}
              isPlanned
              isExact
            />
          )}
          {planned !== undefined && <GuardList guards={planned.guards} />}
          <OperatorNote allowed={move.allowed} canSign={move.canSign.ok} onRevoke={revoke} />
          <OrderAction button={move.button} onPress={review} />
        </>
      )}
    </div>
  );
}
