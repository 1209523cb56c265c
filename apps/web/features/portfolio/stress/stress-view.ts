import {
  type Portfolio,
  type Position,
  rescueOf,
  type Shock,
  type Snapshot,
  stressed,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { accountName } from "@/features/positions/position-view";
import { formatToken } from "@/lib/format";
import { type HealthValue, type Zone, zoneOf } from "@/lib/zones";
import { type VaultStakes, withVaults } from "../portfolio-view";
import { SAFE_AGAIN } from "../safe-again";
import type { Scenario } from "./scenarios";

const copy = portfolioCopy.stress.verdicts;
const PERCENT = WAD / 100n;
const TENTH = WAD / 10n;

/** A scenario as the SDK takes it: percent to wads, symbols to tokens. */
export function shockOf({ moves, volatility }: Scenario, snapshot: Snapshot): Shock {
  const prices: Record<string, Wad> = {};
  for (const { symbol, token } of snapshot.markets.flatMap(({ assets }) => assets)) {
    const move = moves[symbol];
    if (move !== undefined && move !== 0) prices[token.toLowerCase()] = BigInt(move) * PERCENT;
  }
  return { prices, volatility: BigInt(volatility) * TENTH };
}

/** One sub-account before and after. */
export interface StressedAccount {
  readonly account: string;
  readonly name: string;
  readonly before: HealthValue;
  readonly after: HealthValue;
  readonly zone: Zone;
  /** What it means, in words. */
  readonly verdict: string;
  readonly equity: Usd | undefined;
}

/** A portfolio before and after a shock. */
export interface StressView {
  readonly before: Portfolio;
  readonly after: Portfolio;
  readonly change: Usd | undefined;
  /** Part of the net worth before; undefined where that is nothing. */
  readonly changeShare: Wad | undefined;
  readonly inAuction: number;
  readonly accounts: readonly StressedAccount[];
}

export function stressViewOf(
  snapshot: Snapshot,
  before: Portfolio,
  scenario: Scenario,
  vaults: VaultStakes = [],
): StressView {
  const after = withVaults(stressed(snapshot, shockOf(scenario, snapshot)), vaults);
  const change =
    before.netWorth === undefined || after.netWorth === undefined
      ? undefined
      : after.netWorth - before.netWorth;
  const worth = before.netWorth ?? 0n;
  return {
    before,
    after,
    change,
    changeShare: change === undefined || worth <= 0n ? undefined : (change * WAD) / worth,
    inAuction: after.positions.filter(({ health }) => zoneOf(health) === "auction").length,
    accounts: after.positions.map((position) => {
      const old = before.positions.find(({ account }) => account === position.account);
      const zone = zoneOf(position.health);
      return {
        account: position.account,
        name: accountName(position),
        before: old?.health,
        after: position.health,
        zone,
        verdict: verdictOf(position, zone),
        equity: position.equity,
      };
    }),
  };
}

function verdictOf(position: Position, zone: Zone): string {
  if (zone !== "auction") return copy[zone];
  const rescue = rescueOf(position, SAFE_AGAIN);
  return rescue === undefined
    ? copy.auctionAlone
    : copy.auction(formatToken(rescue.amount, rescue.asset, "up"));
}

/** Assets whose price can be moved: what is held, owed or lent, the base assets first. */
export function shockable({ exposures }: Portfolio, snapshot: Snapshot): readonly string[] {
  const quotes = new Set(snapshot.markets.map(({ assets }) => assets[0]?.symbol));
  const symbols = exposures.map(({ symbol }) => symbol);
  return [
    ...symbols.filter((symbol) => !quotes.has(symbol)),
    ...symbols.filter((symbol) => quotes.has(symbol)),
  ];
}
