import type { Usd } from "@gimbal/sdk";
import { ColumnBars } from "@/components/ui/column-bars";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { riskCopy } from "@/content/risk";
import { Value } from "@/features/transaction/value";
import { formatAge, formatMillions, formatMove, formatReturn, formatUsdCompact } from "@/lib/format";
import { depthOf } from "./depth";
import type { RiskView } from "./risk-view";

const copy = riskCopy.depth;

/** What moves the price by 1 %, against what usually does, and why it shrinks. */
export function DepthPanel({ view: { token, base, report } }: { readonly view: RiskView }) {
  const depth = token && depthOf(token);
  return (
    <Panel title={copy.title(base.symbol)} data-risk-panel="depth" aside={copy.unit}>
      {token === undefined ? (
        <Skeleton className="mx-4 mb-4 h-24" />
      ) : depth === undefined ? (
        <EmptyState title={copy.unmeasured.title}>{copy.unmeasured.body(base.symbol)}</EmptyState>
      ) : (
        <div className="grid gap-3 px-4 pb-4">
          <Bar name="now" value={depth.now} usual={depth.usual} className="bg-s1" />
          <Bar name="usual" value={depth.usual} usual={depth.usual} className="bg-bar" />
          {depth.ladder.length > 0 && <p className="text-12 text-fg-2">{copy.ladderUnit}</p>}
          {depth.ladder.length > 0 && (
            <ColumnBars
              name="depth-ladder"
              label={copy.ladder(base.symbol)}
              bars={depth.ladder.map(({ move, value, height }) => ({
                label: formatMove(move),
                value: formatMillions(value),
                height,
              }))}
            />
          )}
          <p className="text-12 text-fg-2">
            {depth.now === undefined
              ? copy.few
              : depth.change !== undefined && copy.change(formatReturn(depth.change))}
            {depth.observedAt !== undefined && (
              <span className="text-fg-3">
                {" · "}
                {copy.observed(formatAge(Number(report.timestamp - depth.observedAt)))}
              </span>
            )}
          </p>
          <p className="text-12 text-fg-3 leading-[1.45]">
            {copy.shrinks}{" "}
            <span className="text-fg-2">
              <Explain term={copy.explainTerm}>{copy.explain}</Explain>
            </span>
          </p>
        </div>
      )}
    </Panel>
  );
}

interface BarProps {
  readonly name: "now" | "usual";
  readonly value: Usd | undefined;
  readonly usual: Usd | undefined;
  readonly className: string;
}

/** The longer of both fills the width. */
function Bar({ name, value, usual, className }: BarProps) {
  const share = value === undefined || usual === undefined ? 0 : Number((value * 1_000n) / usual) / 10;
  return (
    <div>
      <p className="mb-1 flex justify-between text-12 text-fg-2">
        {copy[name]}
        <Value name={`depth-${name}`} raw={value} className="font-medium text-13 text-fg">
          {formatUsdCompact(value)}
        </Value>
      </p>
      <div aria-hidden="true" className="h-5 rounded-[2px] bg-inset">
        <div className={`h-full rounded-[2px] ${className}`} style={{ width: `${Math.min(100, share)}%` }} />
      </div>
    </div>
  );
}
