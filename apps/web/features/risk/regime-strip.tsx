import type { MarketRisk, Seconds } from "@gimbal/sdk";
import { cva } from "class-variance-authority";
import { Explain } from "@/components/ui/explain";
import { regimeCopy } from "@/content/regime";
import { formatAge } from "@/lib/format";
import { regimes, regimeTones } from "./regime";
import { RegimeMeaning } from "./regime-meaning";

const step = cva(
  "flex h-[26px] items-center whitespace-nowrap border border-line px-2.5 text-12 first:rounded-l-2 last:rounded-r-2 not-first:-ml-px",
  {
    variants: {
      tone: {
        off: "text-fg-3 max-tablet:flex-1 max-tablet:justify-center",
        neutral: "z-1 border-line-strong bg-raised font-medium text-fg",
        soft: "z-1 border-transparent bg-soft-bg font-medium text-soft",
        auction: "z-1 border-transparent bg-auction-bg font-medium text-auction",
      },
    },
  },
);

interface RegimeStripProps {
  readonly risk: MarketRisk;
  readonly now: Seconds;
}

/** Where the market stands between calm and halt, since when, and why. */
export function RegimeStrip({ risk, now }: RegimeStripProps) {
  const name = regimeCopy.names[risk.regime];
  // a market that never changed has no since
  const term = risk.since === 0n ? name : `${name}, ${formatAge(Number(now - risk.since))}`;
  return (
    <div className="ml-auto flex items-center gap-3 max-tablet:ml-0 max-tablet:w-full">
      <span id="regime-term" className="text-12 text-fg-3 max-tablet:sr-only">
        {regimeCopy.term}
      </span>
      <ol
        aria-labelledby="regime-term"
        data-slot="regime"
        data-regime={risk.regime}
        className="flex max-tablet:flex-1"
      >
        {regimes.map((regime) => {
          const isNow = regime === risk.regime;
          return (
            <li
              key={regime}
              aria-current={isNow ? "true" : undefined}
              className={step({ tone: isNow ? regimeTones[regime] : "off" })}
            >
              {isNow ? (
                <Explain term={term}>
                  <RegimeMeaning risk={risk} />
                </Explain>
              ) : (
                regimeCopy.names[regime]
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
