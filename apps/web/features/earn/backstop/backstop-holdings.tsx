import type { AssetState, BackstopState, MarketState } from "@gimbal/sdk";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { backstopCopy } from "@/content/backstop";
import { formatShare, formatToken } from "@/lib/format";

const copy = backstopCopy.holdings;

interface BackstopHoldingsProps {
  readonly market: MarketState;
  readonly state: BackstopState;
}

/** Cash, what was taken over and waits to be sold, and what is still owed. */
export function BackstopHoldings({ market, state }: BackstopHoldingsProps) {
  const quote = market.assets[state.quote] as AssetState;
  return (
    <section data-slot="backstop-holdings">
      <h3 className="mb-1.5 text-12 text-fg-3">{copy.title}</h3>
      <DefinitionList>
        <Definition term={copy.cash}>{formatToken(state.cash, quote)}</Definition>
        {state.holdings.flatMap((holding) => {
          const asset = market.assets[holding.asset];
          if (asset === undefined) return [];
          const hedge = copy.hedged(formatShare(holding.hedgeRatio), formatShare(holding.hedgeTarget));
          const line = (name: "held" | "owed") =>
            holding[name] === 0n
              ? []
              : [
                  <Definition key={`${name}:${asset.symbol}`} term={copy[name](asset.symbol)}>
                    {formatToken(holding[name], asset, name === "owed" ? "up" : "down")}
                    <span className="block text-12 text-fg-3">{hedge}</span>
                  </Definition>,
                ];
          return [...line("held"), ...line("owed")];
        })}
      </DefinitionList>
      <p className="mt-1.5 text-12 text-fg-3">
        {state.holdings.length === 0 && `${copy.none} `}
        {state.vesting > 0n && copy.vesting(formatToken(state.vesting, quote))}
      </p>
    </section>
  );
}
