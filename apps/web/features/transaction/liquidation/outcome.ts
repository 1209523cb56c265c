import { marketOf, type Snapshot } from "@gimbal/sdk";
import { liquidationActionsCopy } from "@/content/liquidation-actions";
import { transactionCopy } from "@/content/transaction";
import { formatToken } from "@/lib/format";
import type { LiquidationIntent } from "../intent";
import type { Outcome } from "../reporter";

const copy = liquidationActionsCopy.notices;

/** What the chain says after an action on accounts of others. */
export function liquidationOutcome(
  intent: LiquidationIntent,
  title: string,
  after: Snapshot,
  received: (token: `0x${string}`) => bigint,
): Outcome {
  const done = { kind: "done", title: transactionCopy.notices.done(title) } as const;
  const { assets } = marketOf(after, intent.market);
  switch (intent.type) {
    case "take": {
      const asset = assets[intent.capital === "flash" ? intent.debtAsset : intent.collateralAsset];
      if (asset === undefined) return done;
      return { ...done, detail: copy.took(formatToken(received(asset.token), asset)) };
    }
    case "claim": {
      const asset = assets[intent.asset];
      return asset === undefined
        ? done
        : { ...done, detail: copy.took(formatToken(received(asset.token), asset)) };
    }
    case "mark":
      return { ...done, detail: copy.marked };
    case "softZone":
      return { ...done, detail: intent.on ? copy.softOn : copy.softOff };
    case "nettable":
      return { ...done, detail: intent.on ? copy.nettableOn : copy.nettableOff };
    case "net":
      return done;
  }
}
