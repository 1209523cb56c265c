import { costPerDay, type Position, type Wad } from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { chanceOf, horizons } from "@/features/ticket/chance";
import {
  formatChance,
  formatDistance,
  formatLeverage,
  formatLiquidationPrice,
  formatToken,
  formatUsd,
  formatUsdCost,
} from "@/lib/format";
import { type Zone, zoneOf } from "@/lib/zones";
import { accountName } from "../portfolio-view";

const copy = portfolioCopy.accounts;

interface Shown {
  readonly text: string;
  readonly raw: bigint | null | undefined;
}

/** One sub-account as it stands on screen. */
export interface AccountView {
  readonly name: string;
  readonly kind: string;
  /** Trade page of its market; undefined where there is none. */
  readonly href: string | undefined;
  readonly zone: Zone;
  readonly holds: string;
  readonly owes: string;
  readonly equity: Shown;
  readonly leverage: Shown;
  readonly liquidation: Shown;
  readonly distance: Shown;
  readonly cost: Shown;
  readonly chance: Shown;
}

export function accountView(position: Position, volatility: Wad | undefined): AccountView {
  const { market, legs, side, equity, leverage, liquidationPrice, liquidationDistance } = position;
  const held = legs.filter(({ collateral }) => collateral > 0n);
  const owed = legs.filter(({ debt }) => debt > 0n);
  const cost = costPerDay(position);
  const chance = chanceOf(position, horizons.day, volatility);
  return {
    name: accountName(position),
    kind: copy.kinds[market.deployed.kind],
    href: market.deployed.kind === "isolated" ? `/trade/${market.slug}` : undefined,
    zone: zoneOf(position.health),
    holds: held.map(({ asset, collateral }) => formatToken(collateral, asset)).join(", "),
    owes: owed.map(({ asset, debt }) => formatToken(debt, asset, "up")).join(", "),
    equity: { text: formatUsd(equity), raw: equity },
    leverage: { text: formatLeverage(leverage, "nearest"), raw: leverage },
    liquidation: { text: formatLiquidationPrice(liquidationPrice, side), raw: liquidationPrice },
    distance: { text: formatDistance(liquidationDistance), raw: liquidationDistance },
    cost: { text: formatUsdCost(cost), raw: cost },
    chance: { text: chance === null ? copy.none : formatChance(chance), raw: chance },
  };
}
