import { type AccountId, accountOf, marketOf, positionOf, type Snapshot, spareNumber } from "@gimbal/sdk";
import { ordersCopy } from "@/content/orders";
import { portfolioCopy } from "@/content/portfolio";
import { positionsCopy } from "@/content/positions";
import { marketTitle } from "@/features/market/market-title";
import { accountName } from "@/features/positions/position-view";

const copy = ordersCopy.move;

/** A sub-account of the owner in a list: by its position, an empty one by the market that it would enter. */
export function accountLabel(snapshot: Snapshot, account: AccountId, market: number): string {
  const { name, isNew } = named(snapshot, account, market);
  return isNew ? copy.fresh(name) : name;
}

/** The same in a sentence. */
export function accountWords(snapshot: Snapshot, account: AccountId, market: number): string {
  const { name, isNew } = named(snapshot, account, market);
  return isNew ? copy.freshWords(name) : name;
}

function named(snapshot: Snapshot, account: AccountId, market: number) {
  const { deployed } = marketOf(snapshot, market);
  const position = accountOf(snapshot, account).market === 0 ? undefined : positionOf(snapshot, account);
  const number = spareNumber(account);
  const title = marketTitle(deployed);
  const empty = number === undefined ? title : positionsCopy.numbered(title, number);
  const name = position === undefined ? empty : accountName(position);
  const isNew = position === undefined;
  // the title of a cross market says what it is
  if (deployed.kind === "cross") return { name, isNew };
  return { name: copy.existing(name, portfolioCopy.accounts.kinds[deployed.kind]), isNew };
}
