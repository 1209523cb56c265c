import { toPlot } from "@/lib/plot";
import type { Level } from "./levels";
import type { Domain } from "./scale";

interface Zones {
  readonly soft: Domain | undefined;
  readonly auction: Domain | undefined;
}

/** Prices at which the position is in the soft zone and in auction, cut to the frame. */
export function zonesOf(levels: readonly Level[], domain: Domain): Zones {
  const find = (kind: Level["kind"]) => levels.find((level) => level.kind === kind);
  const now = find("now");
  const liquidation = find("liquidation");
  const warning = find("warning");
  if (now === undefined || liquidation === undefined) return { soft: undefined, auction: undefined };
  const liquidationAt = toPlot(liquidation.price);
  // A long is liquidated below, a short above; its warning comes before, also when the price is past both.
  const isBelow = liquidation.price < (warning ?? now).price;
  const auction = isBelow
    ? { low: domain.low, high: liquidationAt }
    : { low: liquidationAt, high: domain.high };
  if (warning === undefined) return { soft: undefined, auction: cut(auction, domain) };
  const warningAt = toPlot(warning.price);
  const soft = isBelow ? { low: liquidationAt, high: warningAt } : { low: warningAt, high: liquidationAt };
  return { soft: cut(soft, domain), auction: cut(auction, domain) };
}

function cut(zone: Domain, domain: Domain): Domain | undefined {
  const low = Math.max(zone.low, domain.low);
  const high = Math.min(zone.high, domain.high);
  return low < high ? { low, high } : undefined;
}
