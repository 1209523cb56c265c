import { accountOf, positionOf, type Snapshot } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { formatHealth } from "@/lib/format";
import type { OrderIntent } from "../intent";
import type { Outcome } from "../reporter";

const copy = transactionCopy.notices;

/** What the chain says after an order: the health of the account that it left behind. */
export function orderOutcome(intent: OrderIntent, title: string, after: Snapshot): Outcome {
  const done = { kind: "done", title: copy.done(title) } as const;
  if (intent.type === "operator") return done;
  const account = intent.type === "move" ? intent.target : intent.account;
  const position = accountOf(after, account).market === 0 ? undefined : positionOf(after, account);
  if (position === undefined) return done;
  return { ...done, detail: copy.health(formatHealth(position.health)) };
}
