import { costPerDay, type Position, WAD, type Wad } from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { accountName } from "@/features/positions/position-view";
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
  const { market, legs, equity, liquidationDistance } = position;
  const leverage = leverageOf(position);
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
    liquidation: liquidationOf(position),
    distance: { text: formatDistance(liquidationDistance), raw: liquidationDistance },
    cost: { text: formatUsdCost(cost), raw: cost },
    chance: { text: chance === null ? copy.none : formatChance(chance), raw: chance },
  };
}

/** All exposure of an account over its equity; unknown as soon as a part of it is. */
function leverageOf({ market, legs, quote, equity, leverage }: Position): Wad | undefined {
  if (market.deployed.kind === "isolated") return leverage;
  if (equity === undefined || equity <= 0n) return undefined;
  let exposure = 0n;
  for (const { asset, netValue } of legs) {
    if (asset.index === quote.index) continue;
    if (netValue === undefined) return undefined;
    exposure += netValue < 0n ? -netValue : netValue;
  }
  return (exposure * WAD) / equity;
}

/** Where an account has several assets, the one whose price it is stands before it. */
function liquidationOf({ market, base, side, liquidationPrice: raw }: Position): Shown {
  const text = formatLiquidationPrice(raw, side);
  const isNamed = market.deployed.kind === "cross" && typeof raw === "bigint";
  return { text: isNamed ? `${base.symbol} ${text}` : text, raw };
}
