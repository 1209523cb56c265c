"use client";

import type { Snapshot } from "@gimbal/sdk";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { titleOf } from "./describe";
import { ReviewBody } from "./review-body";
import { closeReview, type Review } from "./transaction-store";
import { type PlanState, usePlan } from "./use-plan";
import { usePlanner } from "./use-planner";
import { useRunner } from "./use-runner";

interface Shown {
  readonly state: PlanState;
  readonly snapshot: Snapshot;
}

/** One intent, planned on every new block until it is confirmed, and then as it was confirmed. */
export function ReviewDialog({ review }: { readonly review: Review }) {
  const snapshot = dataOf(useSnapshot());
  const state = usePlan(review.intent, snapshot, usePlanner(review.intent));
  const runner = useRunner(review);
  const [confirmed, setConfirmed] = useState<Shown>();
  const live = snapshot && { state, snapshot };
  const shown = runner.run.status === "idle" ? live : (confirmed ?? live);
  if (shown === undefined) return null;

  const plan = shown.state.status === "planned" ? shown.state.plan : undefined;
  const title = titleOf(review.intent, plan, shown.snapshot);
  return (
    <Dialog open onOpenChange={(open) => open || closeReview()} title={title} width={480}>
      <ReviewBody
        review={review}
        title={title}
        state={shown.state}
        snapshot={shown.snapshot}
        runner={runner}
        onConfirm={() => setConfirmed(shown)}
      />
    </Dialog>
  );
}
