"use client";

import type { Snapshot } from "@gimbal/sdk";
import { useEffect } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ordersCopy } from "@/content/orders";
import { dataOf } from "@/features/data/loadable";
import { orderTitle } from "@/features/transaction/orders/describe";
import { useOperator } from "@/features/transaction/orders/use-operator";
import { useTransactions } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { reviewMove } from "./review-move";
import { useUnfinished } from "./unfinished-store";

const copy = ordersCopy.unfinished;

/** A move that a reload or a refusal left halfway, and the way to its end. */
export function UnfinishedMove({ snapshot }: { readonly snapshot: Snapshot }) {
  const { move, forget } = useUnfinished();
  const { owner, watching } = useOwner();
  const isBusy = useTransactions(({ review, run }) => review !== undefined || run.status === "running");
  useEffect(() => {
    void useUnfinished.persist.rehydrate();
  }, []);

  const isOwn =
    move !== undefined && move.by.owner === owner && move.by.chainId === snapshot.deployment.chainId;
  const isRead = isOwn && snapshot.accounts.some(({ id }) => id === move.intent.target);
  const allowed = dataOf(useOperator(isRead));
  if (!isRead || watching || isBusy || allowed !== true) return null;
  const { intent, by } = move;
  return (
    <Banner
      tone="info"
      title={copy.title(orderTitle(intent, undefined, snapshot))}
      action={
        <span className="flex gap-2">
          <Button size="sm" variant="primary" onClick={() => reviewMove(intent, by)}>
            {copy.resume}
          </Button>
          <Button size="sm" onClick={forget}>
            {copy.forget}
          </Button>
        </span>
      }
    >
      {copy.body}
    </Banner>
  );
}
