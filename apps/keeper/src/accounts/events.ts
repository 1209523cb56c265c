import { type Hex, type Log, parseEventLogs } from "viem";
import { engineAbi } from "../engineAbi";
import { type Account, withLeg } from "./account";

const NAMES = [
  "Adjust",
  "MoveCollateral",
  "Liquidate",
  "WriteOff",
  "Net",
  "Assume",
  "Mark",
  "SetSoftZone",
  "SetNettable",
] as const;

/** Events after which an account is not what it was. */
export const ACCOUNT_EVENTS = engineAbi.filter(
  (item) => item.type === "event" && (NAMES as readonly string[]).includes(item.name),
) as readonly Extract<
  (typeof engineAbi)[number],
  { readonly type: "event"; readonly name: (typeof NAMES)[number] }
>[];

const LOW = (1n << 128n) - 1n;

/** One event: the account it is of, and what that is after it. */
export interface AccountChange {
  readonly account: Account["id"];
  apply(before: Account): Account;
}

type AccountLog = ReturnType<typeof parse>[number];

/** Changes of accounts in the order of their logs; other logs are left out. */
export function accountChanges(logs: readonly Log[]): readonly AccountChange[] {
  return parse(logs).flatMap((log) => {
    const change = (account: Hex, apply: AccountChange["apply"]) => ({ account: lower(account), apply });
    const own = change(log.args.account, (before) => after(before, log));
    switch (log.eventName) {
      case "Net": {
        const { assets, counterPosition } = log.args.result;
        return [
          own,
          change(log.args.counterparty, (before) => withPair(before, swapped(assets), counterPosition)),
        ];
      }
      case "Assume": {
        const [, position] = log.args.positions;
        return [own, change(log.args.into, (before) => withPair(before, log.args.assets, position))];
      }
      default:
        return [own];
    }
  });
}

function lower(account: Hex): Account["id"] {
  return account.toLowerCase() as Account["id"];
}

/** The pair as the counterparty of a netting has it: it holds what the other owes. */
function swapped(assets: bigint): bigint {
  return ((assets >> 8n) << 8n) | ((assets & 15n) << 4n) | ((assets >> 4n) & 15n);
}

function parse(logs: readonly Log[]) {
  return parseEventLogs({ abi: ACCOUNT_EVENTS, logs: [...logs] });
}

function after(before: Account, log: AccountLog): Account {
  switch (log.eventName) {
    case "Adjust":
    case "Liquidate":
      return withPair(before, log.args.assets, log.args.position);
    case "Net":
      return withPair(before, log.args.result.assets, log.args.result.position);
    case "Assume":
      return withPair(before, log.args.assets, log.args.positions[0]);
    case "MoveCollateral":
      return withCollateral(before, log.args.assets, log.args.collateral);
    case "WriteOff":
      return { ...before, owed: withLeg(before.owed, Number(log.args.assets & 15n), 0n) };
    case "Mark":
      return { ...before, auctionAt: log.args.startedAt, auctionStopped: log.args.stopped };
    case "SetSoftZone":
      return { ...before, softZone: log.args.on };
    case "SetNettable":
      return { ...before, nettable: log.args.on };
  }
}

/** `assets`: market << 8 | collateral asset << 4 | debt asset. `position`: collateral << 128 | scaled debt. */
function withPair(before: Account, assets: bigint, position: bigint): Account {
  return {
    ...withCollateral(before, assets, position >> 128n),
    owed: withLeg(before.owed, Number(assets & 15n), position & LOW),
  };
}

function withCollateral(before: Account, assets: bigint, collateral: bigint): Account {
  const asset = Number((assets >> 4n) & 15n);
  return { ...before, market: Number(assets >> 8n), held: withLeg(before.held, asset, collateral) };
}
