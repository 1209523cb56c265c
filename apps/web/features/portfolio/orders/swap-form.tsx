"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { EmptyState } from "@/components/ui/empty-state";
import { TokenInput } from "@/components/ui/token-input";
import { ordersCopy } from "@/content/orders";
import { useDeployment } from "@/features/data/runtime-context";
import { accountName } from "@/features/positions/position-view";
import { GuardList } from "@/features/transaction/guard-list";
import { HealthChange } from "@/features/transaction/health-change";
import { isSwap } from "@/features/transaction/plan-of";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAmount } from "@/lib/format";
import { softOf } from "@/lib/zones";
import { AccountPreview } from "./account-preview";
import { AssetChoice } from "./asset-choice";
import { OrderAction } from "./order-action";
import { SwapCosts } from "./order-costs";
import type { SwapType } from "./order-limits";
import { useSwap } from "./use-swap";

const copy = ordersCopy.swap;

export interface OrderFormProps {
  readonly snapshot: Snapshot;
  readonly position: Position;
  readonly onClose: () => void;
  /** Shows the form again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** Another collateral, or another debt, for the same account. */
export function SwapForm({ type, ...props }: OrderFormProps & { readonly type: SwapType }) {
  const { snapshot, position, onClose, onReopen } = props;
  const swap = useSwap(snapshot, position, type);
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const { from, to, token, typed, plan } = swap;
  if (from === undefined) {
    return <EmptyState title={copy.nothing[type].title}>{copy.nothing[type].body}</EmptyState>;
  }
  if (to === undefined) {
    const others = position.legs.filter(({ asset }) => asset.index !== from.index);
    const symbols = others.map(({ asset }) => asset.symbol).join(", ");
    return <EmptyState title={copy.noOther.title}>{copy.noOther[type](symbols)}</EmptyState>;
  }
  const planned = plan.status === "planned" && isSwap(plan.plan) ? plan.plan : undefined;
  const after = planned?.preview.after;
  const isExact = plan.status === "planned" && plan.checked;
  const total = formatAmount(swap.total, token, type === "swapDebt" ? "up" : "down");
  const review = () => {
    if (swap.intent === undefined || owner === undefined) return;
    onClose();
    openReview(swap.intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <div data-slot="order" data-type={type} data-exact={isExact} className="grid grid-cols-1 gap-3.5">
      <AssetChoice
        name="from"
        label={copy.from[type]}
        assets={swap.given}
        value={from.index}
        onChange={swap.setFrom}
      />
      <AssetChoice
        name="to"
        label={copy.to[type]}
        assets={swap.takers}
        value={to.index}
        onChange={swap.setTo}
      />
      <TokenInput
        label={copy.amount[type]}
        symbol={token.symbol}
        value={typed.text}
        onChange={typed.setText}
        aside={type === "swapDebt" ? copy.owed(total) : copy.held(total)}
        onMax={swap.takeMax}
        note={swap.note}
      />
      {planned !== undefined && <SwapCosts plan={planned} market={position.market} />}
      <HealthChange
        hasBefore={planned !== undefined}
        before={position.health}
        after={planned === undefined ? position.health : after === undefined ? null : after.health}
        soft={softOf(after ?? position)}
      />
      <AccountPreview
        title={accountName(position)}
        side="own"
        before={position}
        after={after}
        isPlanned={planned !== undefined}
        isExact={isExact}
      />
      {planned !== undefined && <GuardList guards={planned.guards} />}
      <OrderAction button={swap.button} onPress={review} />
    </div>
  );
}
