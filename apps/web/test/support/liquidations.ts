import {
  type AccountState,
  type AuctionRecord,
  accountId,
  type LiquidatableAccount,
  type LiquidationQuote,
  type LiquidationReport,
  type Snapshot,
  WAD,
} from "@gimbal/sdk";
import { fixture } from "./market";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;

/** Owners of accounts that are not the visitor's. */
export const BORROWER = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
export const OPPOSITE = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";

export const NOW = 1_800_000_000n;

export const noAuction: AuctionRecord = {
  startedAt: 0n,
  lastSoftAt: 0n,
  softZone: false,
  nettable: false,
  stopped: false,
};

/** A long of 3 ETH at 3,000 that owes as much as it is told. */
export function longState(owes: bigint, owner: `0x${string}` = BORROWER): AccountState {
  return state(owner, 256n, [0n, 3n * ETH], [owes * USDC, 0n]);
}

/** A short that holds USDC and owes ETH [hundredths]. */
export function shortState(holds: bigint, owes: bigint, owner: `0x${string}` = OPPOSITE): AccountState {
  return state(owner, 257n, [holds * USDC, 0n], [0n, (owes * ETH) / 100n]);
}

function state(
  owner: `0x${string}`,
  index: bigint,
  collateral: readonly bigint[],
  debt: readonly bigint[],
): AccountState {
  const health = { collateral: 1n, debt: 1n, margin: 0n };
  return {
    id: accountId(owner, index),
    owner,
    index,
    market: 1,
    collateral,
    debt,
    maintenance: health,
    initial: health,
  };
}

export const quote = (change: Partial<LiquidationQuote> = {}): LiquidationQuote => ({
  collateralAsset: 1,
  debtAsset: 0,
  zone: "auction",
  health: (WAD * 99n) / 100n,
  bonus: WAD / 100n,
  repaid: 3_000n * USDC,
  fee: 6n * USDC,
  seized: (101n * ETH) / 100n,
  room: 1_000_000n * WAD,
  backstopDue: false,
  nettingDue: false,
  ...change,
});

export const account = (
  of: AccountState,
  change: Partial<Omit<LiquidatableAccount, "state">> = {},
): LiquidatableAccount => ({ state: of, auction: noAuction, quote: undefined, ...change });

export const report = (...accounts: readonly LiquidatableAccount[]): LiquidationReport => ({
  accounts,
  throttles: [
    { market: 1, asset: 0, room: 10_000n * WAD, capacity: 10_000n * WAD },
    { market: 1, asset: 1, room: 1_500_000n * WAD, capacity: 2_000_000n * WAD },
  ],
  losses: [],
  backstops: new Map([[1, null]]),
});

/** The ordinary market, with the debt of the accounts in it. */
export function snapshotOf(): Snapshot {
  return fixture();
}
