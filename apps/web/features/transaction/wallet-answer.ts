import { transactionCopy } from "@/content/transaction";
import { stop } from "./problem";

/** How the person at the page takes part while the wallet is asked. */
export interface Attendance {
  /** Aborted once the person stopped waiting: nothing more is asked of the wallet. */
  readonly stopped: AbortSignal;
  /** Calls `look` when the person says that the wallet has done its part; the answer says whether it has. */
  readonly onLook?: (look: () => Promise<boolean>) => () => void;
}

interface AnswerOptions<T> {
  /** Finds the answer on the chain: on a phone the wallet's own gets lost when the browser slept meanwhile. */
  readonly find?: (() => Promise<T | undefined>) | undefined;
  /** Longest wait [ms], and what it ends with. */
  readonly patience?: { readonly ms: number; readonly error: () => Error };
  /** Takes an answer that comes after the person stopped waiting. */
  readonly late?: (answer: T) => void;
}

/** What the wallet answers, unless it is found out otherwise, takes too long, or its person stops waiting. */
export function walletAnswer<T>(
  asked: Promise<T>,
  { stopped, onLook }: Attendance,
  { find, patience, late }: AnswerOptions<T> = {},
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = (error: Error) => {
      settle();
      asked.then(late, () => {});
      reject(error);
    };
    const onStop = () => giveUp(stop(transactionCopy.wait.stopped, "", { kind: "rejected" }));
    const timer = patience && setTimeout(() => giveUp(patience.error()), patience.ms);
    const unlook =
      find &&
      onLook?.(async () => {
        const found = await find();
        if (found === undefined) return false;
        settle();
        resolve(found);
        return true;
      });
    const settle = () => {
      clearTimeout(timer);
      unlook?.();
      stopped.removeEventListener("abort", onStop);
    };
    stopped.addEventListener("abort", onStop, { once: true });
    if (stopped.aborted) onStop();
    asked.then(resolve, reject).finally(settle);
  });
}
