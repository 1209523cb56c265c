"use client";

import { cx } from "class-variance-authority";
import { Chip } from "@/components/ui/chip";
import { Explain } from "@/components/ui/explain";
import { regimeCopy } from "@/content/regime";
import { AppLink } from "@/features/watch/app-link";
import { regimeTones } from "./regime";
import { RegimeMeaning } from "./regime-meaning";
import { useMarketRisk } from "./use-risk";

interface RegimeChipProps {
  /** Market id. */
  readonly market: number | undefined;
  readonly slug: string;
}

/** The regime of a market: quiet while it is calm, and nothing while it is unknown. */
export function RegimeChip({ market, slug }: RegimeChipProps) {
  const risk = useMarketRisk(market);
  if (risk === undefined) return null;
  const { regime } = risk;
  const isCalm = regime === "calm";
  const term = (
    <Explain term={regimeCopy.names[regime]}>
      <RegimeMeaning risk={risk} />
      <AppLink href={`/risk?market=${slug}`} className="mt-1.5 block text-accent hover:underline">
        {regimeCopy.more}
      </AppLink>
    </Explain>
  );
  return (
    <span
      data-slot="regime-chip"
      data-regime={regime}
      className={cx("shrink-0", isCalm && "text-12 text-fg-3 max-tablet:hidden")}
    >
      {isCalm ? term : <Chip tone={regimeTones[regime]}>{term}</Chip>}
    </span>
  );
}
