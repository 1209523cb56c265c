import { type AccountId, accountOf, marketOf, positionOf, type Snapshot, spareNumber } from "@gimbal/sdk";
import { ordersCopy } from "@/content/orders";
import { portfolioCopy } from "@/content/portfolio";
import { marketTitle } from "@/features/market/market-title";
import { accountName } from "@/features/portfolio/portfolio-view";

const copy = ordersCopy.move;

/** A sub-account of the owner by its position; an empty one by the market that it would enter. */
export function accountLabel(snapshot: Snapshot, account: AccountId, market: number): string {
  const { deployed } = marketOf(snapshot, market);
  const kind = portfolioCopy.accounts.kinds[deployed.kind];
  const position = accountOf(snapshot, account).market === 0 ? undefined : positionOf(snapshot, account);
  const number = spareNumber(account);
  const title = marketTitle(deployed);
  const empty = number === undefined ? title : portfolioCopy.accounts.numbered(title, number);
  const name = position === undefined ? empty : accountName(position);
  // the title of a cross market says what it is
  if (deployed.kind === "cross") return position === undefined ? copy.freshCross(name) : name;
  return position === undefined ? copy.fresh(name, kind) : copy.existing(name, kind);
}
