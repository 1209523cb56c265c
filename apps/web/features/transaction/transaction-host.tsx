"use client";

import { useEffect } from "react";
import { useOwner } from "@/features/wallet/use-owner";
import { ReviewDialog } from "./review-dialog";
import { useSettings } from "./settings-store";
import { closeReview, useTransactions } from "./transaction-store";
import { usePendingRecovery } from "./use-pending-recovery";

/** Everything about transactions that belongs to no page: the review, and what was sent before a reload. */
export function TransactionHost() {
  const review = useTransactions((state) => state.review);
  const { owner } = useOwner();
  usePendingRecovery();

  useEffect(() => {
    void useSettings.persist.rehydrate();
  }, []);

  // A review belongs to the account it was made for.
  const orphaned = review !== undefined && review.by.owner !== owner;
  useEffect(() => {
    if (orphaned) closeReview();
  }, [orphaned]);

  return review === undefined || orphaned ? null : <ReviewDialog key={review.id} review={review} />;
}
