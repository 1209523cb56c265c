import type { Coverage } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { riskCopy } from "@/content/risk";
import { Value } from "@/features/transaction/value";
import { formatUsdCompact } from "@/lib/format";
import {
  availableOf,
  coverageBar,
  coverageParts,
  coverageSentence,
  coverageState,
  coverageText,
  gapText,
} from "./coverage";
import type { RiskView } from "./risk-view";

const copy = riskCopy.coverage;

const colours = {
  backstop: "bg-s1",
  nettable: "bg-s2",
  throttle: "bg-s3",
  insurance: "bg-s4",
} as const;

/** What could pay against what the gap would make liquidatable. */
export function CoveragePanel({ view: { risk } }: { readonly view: RiskView }) {
  const { coverage } = risk;
  const state = coverageState(coverage);
  return (
    <Panel
      title={<Explain term={copy.title}>{riskCopy.kpis.explain.coverage}</Explain>}
      data-risk-panel="coverage"
      data-state={state}
      aside={
        coverage !== null && <span className="font-medium text-13 text-fg">{coverageText(coverage)}</span>
      }
    >
      <div className="grid gap-3 px-4 pb-4">
        {coverage === null ? (
          <EmptyState title={copy.unmeasured}>{copy.sentences.unmeasured}</EmptyState>
        ) : (
          <>
            <Bar coverage={coverage} asset={coverage.symbol} />
            <dl className="grid grid-cols-[1fr_auto] gap-y-1.5">
              {coverageParts.map((part) => (
                <Part key={part} name={part} value={coverage[part]} />
              ))}
            </dl>
            <p data-slot="coverage-sentence" className="text-12 text-fg-3 leading-[1.45]">
              {coverageSentence(coverage)}
            </p>
          </>
        )}
      </div>
    </Panel>
  );
}

function Bar({ coverage, asset }: { readonly coverage: Coverage; readonly asset: string }) {
  const bar = coverageBar(coverage);
  const at = (thousandths: number) => ({ left: `calc(${Math.min(thousandths, 1_000) / 10}% - 2px)` });
  const width = (thousandths: number) => ({ width: `${thousandths / 10}%` });
  const hasNeed = coverage.needed > 0n;
  return (
    <div data-slot="coverage-bar" className="text-11 text-fg-2">
      <p className="mb-1 flex justify-between">
        {copy.available}
        <span className="text-fg">{formatUsdCompact(availableOf(coverage))}</span>
      </p>
      <div aria-hidden="true" className="relative grid gap-1.5">
        <div className="flex h-5">
          {coverageParts.map((part) => (
            <i
              key={part}
              className={cx("block border-panel not-first:border-l-2 first:rounded-l-[2px]", colours[part])}
              style={width(bar.parts[part])}
            />
          ))}
        </div>
        <div
          className={cx("h-5 rounded-[2px]", hasNeed && "border border-line-control")}
          style={width(bar.needed)}
        />
        {hasNeed && (
          <>
            <i className="absolute -inset-y-1 w-0.5 bg-auction" style={at(bar.needed)} />
            <i className="absolute -inset-y-1 border-soft border-l-2 border-dashed" style={at(bar.opening)} />
          </>
        )}
      </div>
      <p className="mt-1.5 flex justify-between">
        {copy.needed(asset, gapText(coverage.gap))}
        <span className="text-fg">{hasNeed ? formatUsdCompact(coverage.needed) : riskCopy.kpis.none}</span>
      </p>
      {hasNeed && (
        <p className="mt-2 flex justify-between gap-3">
          <span className="flex items-center gap-1.5 text-auction">
            <i aria-hidden="true" className="h-2.5 w-0.5 bg-auction" />
            {copy.reduceOnly}
          </span>
          <span className="flex items-center gap-1.5 text-soft">
            <i aria-hidden="true" className="h-2.5 border-soft border-l-2 border-dashed" />
            {copy.noNewLeverage}
          </span>
        </p>
      )}
    </div>
  );
}

function Part({ name, value }: { readonly name: (typeof coverageParts)[number]; readonly value: bigint }) {
  return (
    <>
      <dt className="flex items-center gap-2 text-fg-2">
        <i aria-hidden="true" className={cx("size-[9px] rounded-[2px]", colours[name])} />
        <Explain term={copy.parts[name]}>{copy.explain[name]}</Explain>
      </dt>
      <dd className="text-right">
        <Value name={name} raw={value}>
          {formatUsdCompact(value)}
        </Value>
      </dd>
    </>
  );
}
