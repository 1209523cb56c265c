import { riskCopy } from "@/content/risk";
import { formatMoment, formatVolatility } from "@/lib/format";
import type { VolatilityPoint } from "./series";

const copy = riskCopy.volatility;

/** The sample under the pointer or the arrow keys. */
export function PointTooltip({ point }: { readonly point: VolatilityPoint | undefined }) {
  if (point === undefined) return null;
  return (
    <div className="rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float">
      <p className="mb-1 text-fg-3">{formatMoment(point.time)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        <dt className="text-fg-2">{copy.forecast}</dt>
        <dd className="text-right">{formatVolatility(point.forecast)}</dd>
        <dt className="text-fg-2">{copy.realised}</dt>
        <dd className="text-right">{formatVolatility(point.realised)}</dd>
      </dl>
    </div>
  );
}
