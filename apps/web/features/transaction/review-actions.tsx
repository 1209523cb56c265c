"use client";

import type { Snapshot } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { transactionCopy } from "@/content/transaction";
import { walletCopy } from "@/content/wallet";
import { useDeployment } from "@/features/data/runtime-context";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useWallet } from "@/features/wallet/use-wallet";
import { ApprovalChoice } from "./approval-choice";
import { confirmState } from "./confirm-state";
import { lookAgain } from "./look-again";
import { activeStep } from "./run-state";
import { type ApprovalMethod, useSettings } from "./settings-store";
import type { Review } from "./transaction-store";
import { closeReview } from "./transaction-store";
import { type PlanState, useTradeLimits } from "./use-plan";
import type { Runner } from "./use-runner";
import type { Simulation } from "./use-simulation";
import { WalletWait } from "./wallet-wait";

interface ReviewActionsProps {
  readonly review: Review;
  readonly title: string;
  readonly state: PlanState;
  readonly snapshot: Snapshot;
  readonly runner: Runner;
  readonly simulation: Simulation;
  readonly onConfirm: () => void;
}

/** The one button that asks the wallet, and the ways around it. */
export function ReviewActions(props: ReviewActionsProps) {
  const { review, title, state, snapshot, runner, simulation } = props;
  const canSign = useCanSign();
  const wallet = useWallet();
  const { name: chainName } = useDeployment();
  const method = useSettings((settings) => settings.approval);
  const limits = useTradeLimits(snapshot);
  const button = confirmState({ title, state, run: runner.run, busy: runner.busy, canSign, simulation });
  const plan = state.status === "planned" ? state.plan : undefined;
  const running = runner.run.status === "running";

  const asked = activeStep(runner.run);
  const asking = asked?.status === "wallet" ? asked.name : undefined;
  // A wallet that cannot show a signature may never say so: the other way stays open while it is asked.
  const signing = asking === "permit" || asking === "batch";

  const confirm = (by: ApprovalMethod) => {
    if (plan !== undefined && limits !== undefined) {
      props.onConfirm();
      runner.confirm(plan, title, by, deadlineOf(plan.action.args) ?? limits.deadline);
    }
  };
  const confirmOtherwise = (by: ApprovalMethod) => {
    if (!signing) return;
    runner.stop();
    confirm(by);
  };

  if (wallet.wrongNetwork && !running) {
    return (
      <Button size="lg" data-slot="review-confirm" onClick={() => void wallet.switchNetwork()}>
        {walletCopy.switchNetwork(chainName)}
      </Button>
    );
  }
  return (
    <div className="grid gap-2">
      <Button
        variant={button.risky ? "danger" : "primary"}
        size="lg"
        data-slot="review-confirm"
        data-state={button.state}
        disabled={button.state === "off"}
        pending={button.state === "pending"}
        onClick={() => confirm(method)}
      >
        {button.label}
      </Button>
      <div className="flex flex-wrap items-center justify-center gap-x-4">
        {plan !== undefined && (
          <ApprovalChoice plan={plan} disabled={running && !signing} onChange={confirmOtherwise} />
        )}
        {review.form.back !== undefined && runner.run.status === "idle" && (
          <button
            type="button"
            className="min-h-6 font-medium text-12 text-accent hover:underline max-tablet:min-h-11"
            onClick={() => {
              closeReview();
              review.form.back?.();
            }}
          >
            {transactionCopy.review.back}
          </button>
        )}
      </div>
      {asking !== undefined && (
        <WalletWait key={asking} onStop={runner.stop} onLook={signing ? undefined : lookAgain} />
      )}
    </div>
  );
}

function deadlineOf(args: object): bigint | undefined {
  return "deadline" in args && typeof args.deadline === "bigint" ? args.deadline : undefined;
}
