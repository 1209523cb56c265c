import { WAD } from "@gimbal/sdk";
import { cleanup, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Health } from "@/components/gauge/health";
import { install } from "@/content/translated";
import { AlertsDialog } from "@/features/alerts/alerts-dialog";
import { RuntimeProvider } from "@/features/data/runtime-context";
import { HelpStrip } from "@/features/help/help-strip";
import { LiquidationsScreen } from "@/features/liquidations/liquidations-screen";
import { HistoryPanel } from "@/features/portfolio/history/history-panel";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { ResultPanel } from "@/features/portfolio/result/result-panel";
import { resultsOf } from "@/features/portfolio/result/results";
import { StressPanel } from "@/features/portfolio/stress/stress-panel";
import { DangerNotices } from "@/features/positions/danger/danger-notices";
import { RiskScreen } from "@/features/risk/risk-screen";
import { SideChoice } from "@/features/ticket/side-choice";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import { EffectList } from "@/features/transaction/effect-list";
import type { TradeIntent } from "@/features/transaction/intent";
import { planOf } from "@/features/transaction/plan-trade";
import { ownerHistory } from "./support/history";
import { englishCatalogues, pseudo } from "./support/languages";
import { account, report as liquidations, longState, NOW, noAuction, quote } from "./support/liquidations";
import {
  accountOf,
  ETH,
  fixture,
  holding,
  LIMITS,
  OWNER,
  positionIn,
  USDC,
  withLong,
} from "./support/market";
import { report } from "./support/risk";

const reads = vi.hoisted(() => ({
  risk: undefined as unknown,
  snapshot: undefined as unknown,
  liquidations: {},
}));
vi.mock("@/features/risk/use-risk", async (original) => ({
  ...(await original<object>()),
  useRisk: () => reads.risk,
  useMarketRisk: () => (reads.risk as { data?: ReturnType<typeof report> }).data?.markets[0],
  useVolatility: () => WAD / 2n,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  usePathname: () => "/risk",
}));
vi.mock("@/features/risk/use-forecast-history", () => ({
  useForecastHistory: () => ({ status: "loading" }),
}));
vi.mock("@/features/data/use-snapshot", async (original) => ({
  ...(await original<object>()),
  useSnapshot: () => reads.snapshot,
  useAccountPositions: () => ({ status: "ok", data: [positionIn(withLong(), "long")] }),
}));
vi.mock("@/features/liquidations/use-liquidations", () => ({ useLiquidations: () => reads.liquidations }));
vi.mock("@/features/liquidations/use-borrowers", () => ({
  useBorrowers: () => ({
    status: "ok",
    data: { journal: { toBlock: 9n, accounts: [], backstops: [], past: [] }, nearest: [] },
  }),
}));
vi.mock("@/features/liquidations/use-chain-now", () => ({
  useChainClock: () => ({ now: NOW, isWaiting: false }),
  useChainNow: () => NOW,
}));
vi.mock("@/features/liquidations/use-nettings", () => ({ useNettings: () => new Map() }));
vi.mock("@/features/positions/history/use-block-times", () => ({ useBlockTimes: () => new Map() }));
vi.mock("@/features/wallet/use-owner", () => ({ useOwner: () => ({ owner: OWNER, watching: false }) }));
vi.mock("@/features/wallet/use-wallet", () => ({ useWallet: () => ({ connect: () => {} }) }));

const ok = <T,>(data: T) => ({ status: "ok", data }) as const;
const failed = { status: "error", error: new Error("x"), retry: () => {} } as const;
const endangered = fixture({ accounts: [holding("long", [0n, 3n * ETH], [8_700n * USDC, 0n])] });
const view = portfolioViewOf(withLong());

/** What every language has in common: symbols, units, names, the words of a market and of its two sides. */
const common =
  /\b(USDC?|ETH|BTC|UTC|Chainlink|Pyth|Uniswap|Long|Short|long|short|CSV|QLIKE|APY|min|Nov|Jan|Mar|May|depeg|pp|x[\da-fA-F]+)\b/g;

const attributes = [
  "aria-label",
  "aria-valuetext",
  "aria-description",
  "title",
  "placeholder",
  "alt",
] as const;

/** Words on the page outside of «», in texts and in what is read aloud. */
function bareWords(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  for (const element of document.body.querySelectorAll("*")) {
    for (const attribute of attributes) texts.push(element.getAttribute(attribute) ?? "");
  }
  return texts.flatMap(
    (text) =>
      outside(text)
        .replace(common, "")
        .match(/\p{L}{3,}/gu)
        ?.map(() => text) ?? [],
  );
}

/** A text without what stands in «», which may nest. */
function outside(text: string): string {
  let depth = 0;
  let left = "";
  for (const letter of text) {
    if (letter === "«") depth++;
    else if (letter === "»") depth--;
    else if (depth === 0) left += letter;
  }
  return left;
}

beforeAll(async () => install(pseudo(await englishCatalogues())));

beforeEach(() => {
  reads.risk = ok(report());
  reads.snapshot = ok(fixture());
  reads.liquidations = ok(
    liquidations(
      account(longState(8_700n), { quote: quote(), auction: { ...noAuction, startedAt: NOW - 65n } }),
      account(longState(8_100n, "0x0000000000000000000000000000000000000012")),
    ),
  );
});

const runtime = {
  rpcUrls: ["http://127.0.0.1:1"] as const,
  version: "test",
  controlUrl: undefined,
  indexerUrl: undefined,
  chainId: 31_337,
  deployment: fixture().deployment,
};

const screens: Readonly<Record<string, () => ReactElement>> = {
  risk: () => <RiskScreen requested={undefined} />,
  liquidations: () => <LiquidationsScreen requested={undefined} />,
  "stress test": () => <StressPanel view={view} isStale={false} />,
  history: () => <HistoryPanel snapshot={withLong()} history={ok(ownerHistory())} />,
  "no history": () => <HistoryPanel snapshot={withLong()} history={failed} />,
  result: () => <ResultPanel results={resultsOf(view, ownerHistory())} history={ok(ownerHistory())} />,
  alerts: () => <AlertsDialog scope="1:0x12" onClose={() => {}} />,
  help: () => <HelpStrip isHelped={false} />,
  danger: () => <DangerNotices positions={[positionIn(endangered, "long")]} onAdjust={() => {}} />,
  gauge: () => <Health health={WAD} />,
  sides: () => <SideChoice />,
};

test.each(Object.keys(screens))(
  "every word of %s comes from a catalogue, at the time it is shown",
  (name) => {
    if (name === "danger") reads.snapshot = ok(endangered);
    render(<RuntimeProvider value={runtime}>{screens[name]?.()}</RuntimeProvider>);
    expect(document.body.textContent).toContain("«");
    expect(bareWords()).toEqual([]);
  },
);

test.each(["risk", "liquidations"] as const)("so do those of %s while it loads and when it fails", (name) => {
  for (const state of [{ status: "loading" }, failed]) {
    reads.risk = state;
    reads.liquidations = state;
    render(<RuntimeProvider value={runtime}>{screens[name]?.()}</RuntimeProvider>);
    expect(bareWords()).toEqual([]);
    cleanup();
  }
});

const position = { account: accountOf("long"), market: 1 } as const;
const intents: readonly TradeIntent[] = [
  { type: "open", ...position, side: "long", base: 1, equity: 1_000n * USDC, borrow: 2_000n * USDC },
  { type: "close", ...position, side: "long", base: 1 },
  { type: "reduce", ...position, side: "long", base: 1, size: ETH },
  { type: "addCollateral", ...position, asset: 1, amount: ETH },
  { type: "removeCollateral", ...position, asset: 1, amount: ETH / 10n },
  { type: "repay", ...position, asset: 0, amount: USDC },
  { type: "borrow", ...position, asset: 0, amount: USDC },
];

test.each(intents)("what $type does is said in the language of the page", (intent) => {
  const snapshot = withLong();
  const plan = planOf(intent, { snapshot, limits: LIMITS });
  render(<EffectList effects={effectsOf(intent, plan, snapshot)} />);
  expect(bareWords()).toEqual([]);
  expect(titleOf(intent, plan, snapshot)).toMatch(/^«.*»$/s);
});

test("a word that is not of a catalogue is found", () => {
  render(<Bare />);
  expect(bareWords()).toEqual(["Bare words", "Bare words"]);
});

function Bare() {
  return <p title="«fine» 3 USDC">Bare words</p>;
}
