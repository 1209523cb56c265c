import type { IntentOwner } from "@/features/transaction/intent";
import { openReview } from "@/features/transaction/transaction-store";
import type { MoveIntent } from "./order-limits";
import { useUnfinished } from "./unfinished-store";

/** Opens the review of a move. What was begun is kept until the move itself has gone out. */
export function reviewMove(intent: MoveIntent, by: IntentOwner, back?: () => void): void {
  const { keep, forget } = useUnfinished.getState();
  openReview(intent, by, {
    ...(back !== undefined && { back }),
    sent: (step) => (step === "operator" ? keep({ intent, by }) : forget()),
    done: forget,
  });
}
