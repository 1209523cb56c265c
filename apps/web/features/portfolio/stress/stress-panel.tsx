"use client";

import { WAD } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Segmented } from "@/components/ui/segmented";
import { portfolioCopy } from "@/content/portfolio";
import { formatLeverage } from "@/lib/format";
import type { PortfolioView } from "../portfolio-view";
import { CALM, type PresetName, presets, type Scenario, scenarioOf, VOLATILITY_RANGE } from "./scenarios";
import { ShockRow } from "./shock-row";
import { ShockSlider } from "./shock-slider";
import { StressAccounts } from "./stress-accounts";
import { StressTotals } from "./stress-totals";
import { shockable, stressViewOf } from "./stress-view";

const copy = portfolioCopy.stress;
type Choice = "custom" | PresetName;

const choices = () => [
  { value: "custom" as Choice, label: copy.custom },
  ...presets.map(({ name, label }) => ({ value: name as Choice, label })),
];

interface StressPanelProps {
  readonly view: PortfolioView;
  readonly isStale: boolean;
}

/** What a crash would do to every number, by the engine's own formula. */
export function StressPanel({ view: { snapshot, vaults, portfolio }, isStale }: StressPanelProps) {
  const [choice, setChoice] = useState<Choice>("custom");
  const [scenario, setScenario] = useState<Scenario>(CALM);
  const symbols = useMemo(() => shockable(portfolio, snapshot), [portfolio, snapshot]);
  // The thumb follows the hand; the numbers follow the thumb.
  const settled = useDeferredValue(scenario);
  const view = useMemo(
    () => stressViewOf(snapshot, portfolio, settled, vaults),
    [snapshot, portfolio, settled, vaults],
  );

  const choose = (next: Choice) => {
    setChoice(next);
    if (next !== "custom") setScenario(scenarioOf(next, symbols));
  };
  const change = (next: Scenario) => {
    setChoice("custom");
    setScenario(next);
  };
  const volatility = formatLeverage((BigInt(scenario.volatility) * WAD) / 10n, "nearest");
  return (
    <Panel
      title={copy.title}
      data-portfolio-panel="stress"
      data-choice={choice}
      aside={
        <Button variant="ghost" size="xs" onClick={() => change(CALM)}>
          {copy.reset}
        </Button>
      }
    >
      <div className={cx("px-4 pb-4", isStale && "text-fg-2")}>
        <Segmented<Choice>
          label={copy.presets}
          options={choices()}
          value={choice}
          onChange={choose}
          size="xs"
          className="mb-2 max-w-full overflow-x-auto"
        />
        {symbols.map((symbol) => (
          <ShockRow
            key={symbol}
            symbol={symbol}
            move={scenario.moves[symbol] ?? 0}
            onChange={(move) => change({ ...scenario, moves: { ...scenario.moves, [symbol]: move } })}
          />
        ))}
        <div data-slot="shock" data-symbol="volatility" className="flex items-center gap-3">
          <span className="w-11 shrink-0 font-medium">{copy.volatilityWord}</span>
          <ShockSlider
            label={copy.volatility}
            {...VOLATILITY_RANGE}
            origin={CALM.volatility}
            value={scenario.volatility}
            onChange={(next) => change({ ...scenario, volatility: next })}
            valueText={volatility}
          />
          <span className="w-[68px] shrink-0 px-2 text-right">{volatility}</span>
        </div>
        <StressTotals view={view} />
        <StressAccounts accounts={view.accounts} />
        <p className="mt-3 text-12 text-fg-3 leading-normal">{copy.note}</p>
      </div>
    </Panel>
  );
}
