import { cx } from "class-variance-authority";
import { Banner } from "@/components/ui/banner";
import { regimeCopy } from "@/content/regime";
import { riskCopy } from "@/content/risk";
import { formatAge } from "@/lib/format";
import { CorrelationPanel } from "./correlation-panel";
import { CoveragePanel } from "./coverage-panel";
import { DepthPanel } from "./depth-panel";
import { HealthPanel } from "./health-panel";
import { MapPanel } from "./map-panel";
import { OraclePanel } from "./oracle-panel";
import { closedOf, reasonText } from "./regime";
import { RiskKpis } from "./risk-kpis";
import type { RiskView } from "./risk-view";
import { useVolatilitySeries } from "./use-volatility-series";
import { VolatilityPanel } from "./volatility-panel";

interface RiskBodyProps {
  readonly view: RiskView;
  readonly isStale: boolean;
  /** How far the report is behind the rest of the page [s]; undefined while it is not. */
  readonly behind: number | undefined;
}

/** Figures, charts and tables of one market. */
export function RiskBody({ view, isStale, behind }: RiskBodyProps) {
  const { risk, report } = view;
  const series = useVolatilitySeries(view);
  const closed = closedOf(risk);
  return (
    <div className={cx("grid gap-3", isStale && "opacity-60")}>
      {behind !== undefined && <Banner tone="warning" title={riskCopy.old(formatAge(behind))} />}
      {closed !== undefined && (
        <Banner tone="warning" title={regimeCopy.closed.sentence(closed.detail)}>
          {regimeCopy.closed.body}
        </Banner>
      )}
      {risk.reasons.length > 0 && (
        <p data-slot="regime-reasons" className="text-12 text-fg-2">
          {regimeCopy.names[risk.regime]}: {risk.reasons.map(reasonText).join(". ")}.
        </p>
      )}
      <RiskKpis view={view} series={series} />
      <div className="grid grid-cols-1 gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <VolatilityPanel view={view} series={series} />
        <OraclePanel snapshot={view.snapshot} />
        <MapPanel view={view} />
        <CoveragePanel view={view} />
      </div>
      <div className="grid grid-cols-1 gap-3 desktop:grid-cols-3">
        <CorrelationPanel pairs={report.correlations} hedgeless={risk.hedgeless} />
        <DepthPanel view={view} />
        <HealthPanel view={view} />
      </div>
    </div>
  );
}
