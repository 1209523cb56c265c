import { type AssetState, accountOwner, type BackstopPreview, marketOf, type Snapshot } from "@gimbal/sdk";
import { backstopCopy } from "@/content/backstop";
import { transactionCopy } from "@/content/transaction";
import { formatAddress, formatAge, formatToken } from "@/lib/format";
import type { Effect } from "../describe";
import type { BackstopIntent } from "../intent";
import type { AnyPlan } from "../plan-of";
import type { Outcome } from "../reporter";

const { effects, titles } = backstopCopy;

function amountOf(plan: AnyPlan | undefined): bigint | undefined {
  return plan === undefined ? undefined : (plan.preview as BackstopPreview).assets;
}

const quoteOf = (intent: BackstopIntent, snapshot: Snapshot) =>
  marketOf(snapshot, intent.market).assets[0] as AssetState;

/** What an intent about a vault does, in the order in which it happens. */
export function backstopEffects(
  intent: BackstopIntent,
  plan: AnyPlan,
  snapshot: Snapshot,
): readonly Effect[] {
  const quote = quoteOf(intent, snapshot);
  const amount = formatToken(amountOf(plan), quote);
  switch (intent.type) {
    case "backstopDeposit":
      return [
        {
          direction: "out",
          text: transactionCopy.effects.leaves(formatToken(intent.amount, quote, "up")),
        },
        { direction: "inside", text: effects.deposited },
      ];
    case "backstopRequest":
      return [{ direction: "inside", text: effects.cooldown(formatAge(Number(intent.cooldown))) }];
    case "backstopRedeem":
      return [{ direction: "in", text: effects.redeemed(amount) }];
    case "backstopCancel":
      return [{ direction: "inside", text: effects.stays(amount) }];
    case "takeOver":
      return [
        { direction: "inside", text: effects.takeOver(formatAddress(accountOwner(intent.account))) },
        { direction: "in", text: effects.reward },
      ];
  }
}

/** What an intent is called: on the button, in the title, in notices. */
export function backstopTitle(intent: BackstopIntent, plan: AnyPlan | undefined, snapshot: Snapshot): string {
  const quote = quoteOf(intent, snapshot);
  switch (intent.type) {
    case "backstopDeposit":
      return titles.deposit(formatToken(intent.amount, quote, "up"));
    case "backstopRequest":
      return titles.request(formatToken(amountOf(plan), quote));
    case "backstopRedeem":
      return titles.redeem(formatToken(amountOf(plan), quote));
    case "backstopCancel":
      return titles.cancel;
    case "takeOver":
      return titles.takeOver;
  }
}

/** What the chain says after it. */
export function backstopOutcome(
  intent: BackstopIntent,
  title: string,
  after: Snapshot,
  received: (token: `0x${string}`) => bigint,
): Outcome {
  const done = { kind: "done", title: transactionCopy.notices.done(title) } as const;
  if (intent.type !== "backstopRedeem") return done;
  const quote = quoteOf(intent, after);
  return {
    ...done,
    detail: transactionCopy.notices.closed.detail(formatToken(received(quote.token), quote)),
  };
}
