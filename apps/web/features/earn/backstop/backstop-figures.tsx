"use client";

import { type AssetState, type BackstopState, type MarketState, WAD } from "@gimbal/sdk";
import type { ReactNode } from "react";
import { Explain } from "@/components/ui/explain";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { backstopCopy } from "@/content/backstop";
import { coverageText } from "@/features/risk/coverage";
import { useMarketRisk } from "@/features/risk/use-risk";
import { usdOf } from "@/features/transaction/usd";
import { Value } from "@/features/transaction/value";
import { formatChange, formatRatio, formatShare, formatToken, formatUsdCompact, UNKNOWN } from "@/lib/format";

const copy = backstopCopy.figures;

interface BackstopFiguresProps {
  readonly market: MarketState;
  readonly state: BackstopState;
}

/** Size, share price, coverage, losses and the owner's stake. */
export function BackstopFigures({ market, state }: BackstopFiguresProps) {
  const quote = market.assets[state.quote] as AssetState;
  const coverage = useMarketRisk(market.id)?.coverage;
  const { stake, sharePrice: price } = state;
  const part = stake === undefined || state.shares === 0n ? 0n : (stake.shares * WAD) / state.shares;
  const money = (amount: bigint | undefined) => formatUsdCompact(usdOf(amount, quote));
  return (
    <KpiList
      name="backstop-figures"
      label={copy.label}
      className="grid-cols-2 tablet:grid-cols-3 desktop:grid-cols-5"
    >
      <Figure
        name="size"
        label={copy.size}
        raw={state.low}
        text={money(state.low)}
        note={copy.sizeNote(money(state.cash))}
      />
      <Figure
        name="sharePrice"
        label={<Explain term={copy.price}>{copy.explain.price}</Explain>}
        raw={price}
        text={formatRatio(price)}
        note={copy.priceNote(formatChange(price - WAD))}
      />
      <Figure
        name="coverage"
        label={<Explain term={copy.coverage}>{copy.explain.coverage}</Explain>}
        raw={coverage === undefined || coverage === null ? undefined : coverage.ratio}
        text={coverageText(coverage ?? null)}
        note={coverage?.ratio === null ? copy.coverageNone : copy.coverageNote}
      />
      <Figure
        name="covered"
        label={copy.covered}
        raw={state.covered}
        text={money(state.covered)}
        note={copy.coveredNote(money(state.coverRoom))}
      />
      <Figure
        name="stake"
        label={copy.yours}
        raw={stake?.assets}
        text={stake === undefined ? UNKNOWN : formatToken(stake.assets, quote)}
        note={stake === undefined || stake.shares === 0n ? copy.yoursNone : copy.yoursNote(formatShare(part))}
      />
    </KpiList>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly raw: bigint | null | undefined;
  readonly text: string;
  readonly note: string;
}

function Figure({ name, label, raw, text, note }: FigureProps) {
  return (
    <Kpi label={label} note={note}>
      <Value name={name} raw={raw}>
        {text}
      </Value>
    </Kpi>
  );
}
