import { ColumnBars } from "@/components/ui/column-bars";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { riskCopy } from "@/content/risk";
import { formatMillions, formatRatio, formatUsdCompact } from "@/lib/format";
import { LIQUIDATION_HEALTH } from "@/lib/zones";
import { healthBars } from "./health-bars";
import { heightOf, tallestOf } from "./heights";
import type { RiskView } from "./risk-view";

const copy = riskCopy.health;

/** Debt of all accounts by their health. */
export function HealthPanel({ view: { risk, price } }: { readonly view: RiskView }) {
  const bars = price === undefined ? [] : healthBars(risk, price);
  const tallest = tallestOf(bars.map(({ debt }) => debt));
  return (
    <Panel
      title={<Explain term={copy.title}>{copy.explain}</Explain>}
      data-risk-panel="health"
      aside={copy.unit}
    >
      <div className="px-4 pb-4">
        {tallest === 0n ? (
          risk.coverage === null ? (
            <EmptyState title={copy.several.title}>{copy.several.body}</EmptyState>
          ) : (
            <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
          )
        ) : (
          <ColumnBars
            name="health-bars"
            label={copy.label(formatUsdCompact(bars[0]?.debt ?? 0n))}
            bars={bars.map(({ from, debt }, i) => ({
              label: labelOf(from, i === bars.length - 1),
              value: formatMillions(debt),
              height: heightOf(debt, tallest),
              fill:
                from === undefined
                  ? "bg-zone-auction"
                  : from === LIQUIDATION_HEALTH
                    ? "bg-soft-fill"
                    : undefined,
            }))}
          />
        )}
      </div>
    </Panel>
  );
}

function labelOf(from: bigint | undefined, isLast: boolean): string {
  if (from === undefined) return copy.below;
  return isLast ? `${formatRatio(from)}+` : formatRatio(from);
}
