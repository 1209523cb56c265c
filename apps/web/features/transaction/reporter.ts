import { createElement } from "react";
import type { Address, Hash } from "viem";
import { announce } from "@/components/ui/announcer";
import { type Notice, notify } from "@/components/ui/toast";
import { transactionCopy } from "@/content/transaction";
import { type Activity, useActivity } from "@/features/shell/activity-store";
import { usePending } from "./pending-store";
import type { Problem, StepName } from "./run-state";
import { TransactionLink } from "./transaction-link";

const copy = transactionCopy.notices;

/** A notice that can also be said aloud. */
export type Outcome = Omit<Notice, "detail"> & { readonly detail?: string };

export interface Reported {
  readonly id: string;
  readonly chainId: number;
  readonly owner: Address;
  readonly title: string;
  /** What was asked for, as text. */
  readonly intent: string;
  /** Opens the review again after a problem. */
  readonly retry?: () => void;
}

/** Tells about one transaction outside of its dialog: notice, activity list, and what must survive a reload. */
export function reporterOf({ id, chainId, owner, title, intent, retry }: Reported) {
  const record = (state: Activity["state"], hash: Hash | undefined) =>
    useActivity.getState().record({ id, chainId, title, state, hash, at: Math.floor(Date.now() / 1_000) });

  let last: Hash | undefined;
  const source = () => (last === undefined ? {} : { source: createElement(TransactionLink, { hash: last }) });
  const say = (notice: Outcome) => {
    notify({ ...notice, ...source() }, id);
    announce(notice.detail === undefined ? notice.title : `${notice.title}. ${notice.detail}`);
  };

  return {
    sent(hash: Hash, step: StepName) {
      last = hash;
      usePending.getState().put({ id, chainId, owner, hash, title, intent, step });
      record("pending", hash);
      notify({ kind: "pending", title, detail: copy.sent.detail, ...source() }, id);
    },
    done(notice: Outcome) {
      usePending.getState().drop(id);
      record("done", last);
      say(notice);
    },
    /** What lets the order act is there, the rest was never asked for. */
    granted(step: StepName) {
      usePending.getState().drop(id);
      record("done", last);
      const action = retry === undefined ? {} : { action: { label: copy.goOn, onPress: retry } };
      say({ kind: "done", ...copy.granted[step === "operator" ? "operator" : "allowance"], ...action });
    },
    problem({ kind, title: what, detail }: Problem) {
      usePending.getState().drop(id);
      if (last !== undefined) record(kind === "rejected" ? "cancelled" : "failed", last);
      const action = retry === undefined ? {} : { action: { label: copy.retry, onPress: retry } };
      say({ kind: kind === "rejected" ? "cancelled" : "failed", title: what, detail, ...action });
    },
  } as const;
}

export type Reporter = ReturnType<typeof reporterOf>;
