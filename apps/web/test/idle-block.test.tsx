import { type AccountId, positionAccount, type Snapshot, WAD } from "@gimbal/sdk";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { queryKeys } from "@/features/data/query-keys";
import { EarnScreen } from "@/features/earn/earn-screen";
import { LiquidationsBody } from "@/features/liquidations/liquidations-body";
import { PositionsPanel } from "@/features/positions/positions-panel";
import { account, longState, report } from "./support/liquidations";
import { ETH, fixture, holding, OWNER, USDC } from "./support/market";

const seen = vi.hoisted(() => ({
  snapshot: undefined as unknown,
  isPhone: false,
  /** Rows that were rendered, by name. */
  rows: [] as string[],
}));
vi.mock("@gimbal/sdk", async (original) => ({
  ...(await original<typeof import("@gimbal/sdk")>()),
  // a new object each time, as an answer of a node is
  readSnapshot: async () => structuredClone(seen.snapshot),
}));
vi.mock("wagmi", () => ({ useClient: () => ({}) }));
vi.mock("@/features/data/runtime-context", () => ({
  LOCAL_CHAIN: 31_337,
  useDeployment: () => (seen.snapshot as Snapshot).deployment,
  useRuntime: () => ({ chainId: 31_337 }),
  useIsLocalChain: () => true,
}));
vi.mock("@/features/wallet/use-owner", () => ({
  useOwner: () => ({ owner: (seen.snapshot as Snapshot).owner, watching: false }),
}));
vi.mock("@/features/wallet/use-wallet", () => ({ useWallet: () => ({ connect: () => {} }) }));
vi.mock("@/features/wallet/use-can-sign", () => ({ useCanSign: () => ({ ok: true }) }));
vi.mock("@/features/trade/use-is-phone", () => ({ useIsPhone: () => seen.isPhone }));
vi.mock("@/features/risk/use-risk", () => ({ useVolatility: () => 5n * 10n ** 17n }));
vi.mock("@/features/positions/use-trades", () => ({
  useTrades: () => undefined,
  useEntryOnChart: () => {},
}));
vi.mock("@/features/positions/totals", () => ({ Totals: () => null }));
vi.mock("@/features/positions/history/liquidation-notices", () => ({ LiquidationNotices: () => null }));
vi.mock("@/features/positions/history/use-block-times", () => ({ useBlockTimes: () => new Map() }));
vi.mock("@/features/earn/backstop/backstop-section", () => ({ BackstopSection: () => null }));
vi.mock("@/features/earn/losses/loss-section", () => ({ LossSection: () => null }));
vi.mock("@/features/earn/losses/waterfall-section", () => ({ WaterfallSection: () => null }));
vi.mock("@/features/earn/borrowers/borrowers-panel", () => ({ BorrowersPanel: () => null }));
vi.mock("@/features/earn/curve-panel", () => ({ CurvePanel: () => null }));
vi.mock("@/features/liquidations/use-borrowers", () => ({
  useBorrowers: () => ({ status: "ok", data: { journal: { past: [] } } }),
}));
vi.mock("@/features/liquidations/waterfall/waterfall-panel", () => ({ WaterfallPanel: () => null }));
vi.mock("@/features/liquidations/queue-panel", () => ({ QueuePanel: () => null }));
vi.mock("@/features/liquidations/history-panel", () => ({ HistoryPanel: () => null }));
// a part of every row that renders whenever its row does
vi.mock("@/features/positions/position-actions", () => ({
  PositionActions: ({ position }: { position: { market: { slug: string } } }) => row(position.market.slug),
}));
vi.mock("@/features/earn/reserve-actions", () => ({
  ReserveActions: ({ reserve }: { reserve: { key: string } }) => row(reserve.key),
}));
vi.mock("@/features/liquidations/near-cells", () => ({
  Owner: ({ view }: { view: { market: { slug: string } } }) => row(view.market.slug),
  Chance: () => null,
  SoftChoice: () => null,
}));
function row(name: string) {
  seen.rows.push(name);
  return null;
}

const OTHER = "btc-usdc";

/** Two markets, with a long of the same size in each. */
function start(): Snapshot {
  const long = holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n]);
  const snapshot = fixture({ accounts: [long] });
  const [market] = snapshot.markets;
  if (market === undefined) throw new TypeError("no market");
  const assets = market.assets.map((asset) => ({ ...asset, market: 2 }));
  return {
    ...snapshot,
    markets: [market, { ...market, id: 2, slug: OTHER, assets }],
    accounts: [...snapshot.accounts, { ...snapshot.accounts[0], ...long, id: idOf(2), market: 2 }],
  } as Snapshot;
}
const idOf = (market: number): AccountId => positionAccount(OWNER, market, "long");

/** The same after a block in which nothing happened. */
const idle = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  blockNumber: snapshot.blockNumber + 1n,
  timestamp: snapshot.timestamp + 12n,
});

/** The same with the second market's base asset at nine tenths of its price. */
function fallen(snapshot: Snapshot): Snapshot {
  const cut = (value: unknown) => (typeof value === "bigint" && value > WAD ? (value * 9n) / 10n : value);
  const markets = snapshot.markets.map((market) =>
    market.slug !== OTHER
      ? market
      : {
          ...market,
          assets: market.assets.map((asset) =>
            asset.index === 0
              ? asset
              : {
                  ...asset,
                  price: Object.fromEntries(
                    Object.entries(asset.price).map(([name, value]) => [name, cut(value)]),
                  ),
                },
          ),
        },
  );
  return { ...snapshot, markets } as Snapshot;
}

let client: QueryClient;
const show = (screenOf: ReactElement) =>
  render(<QueryClientProvider client={client}>{screenOf}</QueryClientProvider>);

/** Names of rows that the next block rendered. */
async function rowsOf(next: (snapshot: Snapshot) => Snapshot): Promise<readonly string[]> {
  seen.rows.length = 0;
  seen.snapshot = next(seen.snapshot as Snapshot);
  await act(async () => {
    await client.refetchQueries({ queryKey: queryKeys.block(31_337), type: "active" });
    // the cache tells its readers a task later
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
  // what the page shows is of the new block
  expect(client.getQueriesData<Snapshot>({})[0]?.[1]?.blockNumber).toBe(
    (seen.snapshot as Snapshot).blockNumber,
  );
  return [...seen.rows];
}

beforeEach(() => {
  client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: "always" } },
  });
  seen.snapshot = start();
  seen.rows.length = 0;
  seen.isPhone = false;
});

describe.each([
  { device: "desktop", isPhone: false },
  { device: "phone", isPhone: true },
])("on a $device", ({ isPhone }) => {
  beforeEach(() => {
    seen.isPhone = isPhone;
  });

  test("a block in which nothing happened renders no position, and another price those it concerns", async () => {
    show(<PositionsPanel slug="eth-usdc" />);
    await waitFor(() => expect(document.querySelectorAll("[data-position]").length).toBe(2));
    expect(await rowsOf(idle)).toEqual([]);
    expect(await rowsOf(idle)).toEqual([]);
    expect(await rowsOf((snapshot) => fallen(idle(snapshot)))).toEqual([OTHER]);
  });

  test("it renders no reserve, and another price those it concerns", async () => {
    show(<EarnScreen />);
    await waitFor(() => expect(document.querySelectorAll("[data-reserve]").length).toBe(4));
    expect(await rowsOf(idle)).toEqual([]);
    const rows = await rowsOf((snapshot) => fallen(idle(snapshot)));
    expect(new Set(rows)).toEqual(new Set([`${OTHER}:USDC`, `${OTHER}:ETH`]));
  });
});

test("another price changes only the cells that depend on it", async () => {
  show(<PositionsPanel slug="eth-usdc" />);
  const position = await waitFor(() => {
    const found = document.querySelector(`[data-position^="${OTHER}"]`);
    if (found === null) throw new ReferenceError("no position yet");
    return found;
  });
  const touched = new Set<string>();
  const note = (records: readonly MutationRecord[]) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const name = element?.closest("[data-name]")?.getAttribute("data-name");
      if (name) touched.add(name);
    }
  };
  const observer = new MutationObserver(note);
  const how = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(position, how);
  await rowsOf(fallen);
  note(observer.takeRecords());
  expect([...touched]).toEqual(expect.arrayContaining(["value", "index", "distance", "leverage"]));
  for (const name of ["size", "entry", "liquidation"]) expect(touched).not.toContain(name);
});

test("accounts near liquidation are rendered by a block that changes them", () => {
  const state = longState(7_600n);
  const body = (snapshot: Snapshot, owes = state.debt) => (
    <LiquidationsBody
      snapshot={structuredClone(snapshot)}
      report={report(account(structuredClone({ ...state, debt: owes })))}
      market={undefined}
      isStale={false}
      behind={undefined}
    />
  );
  const { rerender } = render(body(start()));
  expect(seen.rows).toEqual(["eth-usdc"]);
  rerender(body(idle(start())));
  rerender(body(fallen(idle(start()))));
  expect(seen.rows).toEqual(["eth-usdc"]);
  rerender(body(idle(start()), [7_601n * USDC, 0n]));
  expect(seen.rows).toEqual(["eth-usdc", "eth-usdc"]);
});
