import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { MOST_CANDLES } from "@/features/chart/candles";
import { useCandles } from "@/features/chart/use-candles";
import { RuntimeProvider } from "@/features/data/runtime-context";
import { tradeCandles } from "@/features/indexer/trade-candles";
import { fixture } from "./support/market";

const USDC = 10n ** 6n;
const WAD = 10n ** 18n;
const oracle = [{ time: 0n, price: 3_000n * WAD }];
vi.mock("@/features/chart/use-price-series", () => ({
  usePriceSeries: () => ({ status: "ok", data: oracle }),
}));

const row = (time: number, open: number, close: number, range = 0) => ({
  time: BigInt(time),
  open: BigInt(open) * USDC,
  high: BigInt(Math.max(open, close) + range) * USDC,
  low: BigInt(Math.min(open, close) - range) * USDC,
  close: BigInt(close) * USDC,
});

describe("trades of a pool", () => {
  test("are drawn in dollars, oldest first, flat where nobody traded", () => {
    const candles = tradeCandles([row(240, 3_010, 3_005, 2), row(60, 3_000, 3_020, 5)], {
      decimals: 6,
      seconds: 60,
    });
    expect(candles.map(({ time }) => time)).toEqual([60, 120, 180, 240]);
    expect(candles[0]).toEqual({
      time: 60,
      open: 3_000n * WAD,
      high: 3_025n * WAD,
      low: 2_995n * WAD,
      close: 3_020n * WAD,
    });
    const flat = 3_020n * WAD;
    expect(candles[2]).toEqual({ time: 180, open: flat, high: flat, low: flat, close: flat });
    expect(candles[3]?.open).toBe(3_010n * WAD);
  });

  test("stay few, however long nobody traded", () => {
    const candles = tradeCandles([row(60_000_000, 2, 2), row(0, 1, 1)], { decimals: 6, seconds: 60 });
    expect(candles).toHaveLength(MOST_CANDLES);
    expect(candles.at(-1)?.time).toBe(60_000_000);
    expect(candles.at(-2)?.close).toBe(WAD);
  });
});

function chart(indexerUrl: string | undefined) {
  const runtime = {
    rpcUrls: ["http://127.0.0.1:1"] as const,
    controlUrl: undefined,
    indexerUrl,
    chainId: 31_337,
    version: "test",
    deployment: fixture().deployment,
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <RuntimeProvider value={runtime}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </RuntimeProvider>
  );
  return renderHook(() => useCandles(runtime.deployment.markets[0]?.slug ?? ""), { wrapper }).result;
}

const indexed = { block: "1", time: "1", finalized: "1", event: null };
const told = { interval: 60, trades: 1, baseVolume: "1", quoteVolume: "1" };
const text = (value: ReturnType<typeof row>) =>
  Object.fromEntries(Object.entries(value).map(([name, amount]) => [name, amount.toString()]));

describe("the chart", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("offers trades where there is an index, and asks it only for them", async () => {
    const fetched = vi.fn(async (_: URL) =>
      Response.json({ indexed, data: [{ ...told, ...text(row(60, 3_000, 3_020)) }], next: null }),
    );
    vi.stubGlobal("fetch", fetched);
    const result = chart("http://index.test");
    expect(result.current.source).toBe("oracle");
    expect(fetched).not.toHaveBeenCalled();
    act(() => result.current.chooseSource?.("trades"));
    await waitFor(() => expect(result.current.state.status).toBe("ok"));
    const pool = fixture().deployment.markets[0]?.assets[1]?.pool;
    const [asked] = fetched.mock.calls[0] ?? [];
    expect(asked?.pathname).toBe(`/v1/candles/${pool}`);
    expect(asked?.searchParams.get("interval")).toBe("60");
    expect(result.current.candles[0]?.close).toBe(3_020n * WAD);
    act(() => result.current.chooseSource?.("oracle"));
    expect(result.current.candles[0]?.close).toBe(3_000n * WAD);
  });

  test("says when the index does not answer, and the oracle's prices stay", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
    const result = chart("http://index.test");
    act(() => result.current.chooseSource?.("trades"));
    await waitFor(() => expect(result.current.state.status).toBe("error"));
    expect(result.current.candles).toEqual([]);
    act(() => result.current.chooseSource?.("oracle"));
    expect(result.current.candles).toHaveLength(1);
  });

  test("has the oracle alone without an index", () => {
    expect(chart(undefined).current.chooseSource).toBeUndefined();
  });
});
