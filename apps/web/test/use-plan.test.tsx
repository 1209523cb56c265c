import { estimateSwap, GimbalError, type Snapshot, type SwapParameters } from "@gimbal/sdk";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useChainStore } from "@/features/data/chain-store";
import { useAdjust } from "@/features/positions/adjust/use-adjust";
import type { TradeIntent } from "@/features/transaction/intent";
import { planOf } from "@/features/transaction/plan-trade";
import { usePlan, useTradeLimits } from "@/features/transaction/use-plan";
import { accountOf, ETH, fixture, holding, positionIn, USDC } from "./support/market";

const quoteSwap = vi.hoisted(() => vi.fn());
vi.mock("@gimbal/sdk", async (original) => ({ ...(await original<object>()), quoteSwap }));
vi.mock("wagmi", () => ({ useClient: () => ({}) }));
vi.mock("@/features/data/runtime-context", () => ({
  useRuntime: () => ({ chainId: 31337 }),
  useDeployment: () => ({}),
}));
vi.mock("@/features/wallet/use-can-sign", () => ({ useCanSign: () => ({ ok: true }) }));

const open = (equity: bigint): TradeIntent => ({
  type: "open",
  account: accountOf("long"),
  market: 1,
  side: "long",
  base: 1,
  equity,
  borrow: 2_000n * USDC,
});
const asPool = async (_: unknown, swap: SwapParameters) => ({ ...estimateSwap(swap), source: "quoter" });

let client: QueryClient;
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const answers = (status: "ok" | "stale") =>
  act(() => useChainStore.setState({ status: { status, block: 1n, timestamp: 1n } as never }));

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  quoteSwap.mockReset().mockImplementation(asPool);
  answers("ok");
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a preview", () => {
  const previewOf = (intent: TradeIntent, snapshot: Snapshot) =>
    renderHook(({ asked, read }) => usePlan(asked, read, planOf), {
      wrapper,
      initialProps: { asked: intent, read: snapshot },
    });

  test("is there at once, and exact when the quoter has answered", async () => {
    const { result } = previewOf(open(1_000n * USDC), fixture());
    expect(result.current).toMatchObject({ status: "planned", exact: false, checked: false });
    await waitFor(() => expect(result.current).toMatchObject({ exact: true, checked: true }));
    expect(quoteSwap).toHaveBeenCalledOnce();
  });

  test("of a quoter that fails says so, keeps its estimate, and asks again when the chain is back", async () => {
    quoteSwap.mockRejectedValueOnce(new GimbalError("The network does not answer."));
    const { result } = previewOf(open(1_000n * USDC), fixture());
    await waitFor(() => expect(result.current).toMatchObject({ quoteError: expect.any(GimbalError) }));
    expect(result.current).toMatchObject({ status: "planned", exact: false, checked: false });
    answers("stale");
    answers("ok");
    await waitFor(() => expect(result.current).toMatchObject({ exact: true, quoteError: undefined }));
  });

  test("never shows the answer to another question", async () => {
    const { result, rerender } = previewOf(open(1_000n * USDC), fixture());
    await waitFor(() => expect(result.current).toMatchObject({ exact: true }));
    const read = fixture();
    rerender({ asked: open(2_000n * USDC), read });
    expect(result.current).toMatchObject({ exact: false, checked: false });
    await waitFor(() => expect(result.current).toMatchObject({ exact: true }));
    expect(quoteSwap.mock.lastCall?.[1]).toMatchObject({ amountIn: 4_000n * USDC });
  });

  test("is priced again when the pool has moved, and stays reviewable meanwhile", async () => {
    const { result, rerender } = previewOf(open(1_000n * USDC), fixture());
    await waitFor(() => expect(result.current).toMatchObject({ exact: true }));
    const moved = fixture({ price: 2_990n * 10n ** 18n });
    rerender({ asked: open(1_000n * USDC), read: moved });
    expect(result.current).toMatchObject({ exact: false, checked: true });
    await waitFor(() => expect(quoteSwap).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(result.current).toMatchObject({ exact: true }));
  });
});

test("a deadline counts from now, also while no block comes", () => {
  vi.useFakeTimers({ now: 1_900_000_000_000 });
  const snapshot = fixture();
  const { result } = renderHook(() => useTradeLimits(snapshot));
  expect(result.current?.deadline).toBe(1_900_001_200n);
  act(() => void vi.advanceTimersByTime(30 * 60_000));
  expect(result.current?.deadline).toBe(1_900_003_000n);
});

describe("Max", () => {
  /** The debt has grown by interest since. */
  const owing = (debt: bigint) => {
    const snapshot = fixture({ accounts: [holding("long", [0n, 3n * ETH], [debt, 0n])] });
    return { snapshot, position: positionIn(snapshot, "long") };
  };

  test("of a repayment pays back everything, however the debt grows, and leaves the field alone", () => {
    const { result, rerender } = renderHook(
      ({ snapshot, position }) => useAdjust(snapshot, position, "add"),
      {
        wrapper,
        initialProps: owing(6_000n * USDC),
      },
    );
    act(() => void result.current.takeMax());
    expect(result.current.text).toBe("6000");
    rerender(owing(6_000n * USDC + 7n));
    expect(result.current.text).toBe("6000");
    expect(result.current.intent).toMatchObject({ type: "repay", amount: "max" });
  });

  test("is over with the first key", () => {
    const { result } = renderHook(({ snapshot, position }) => useAdjust(snapshot, position, "add"), {
      wrapper,
      initialProps: owing(6_000n * USDC),
    });
    act(() => void result.current.takeMax());
    act(() => result.current.setText("5999"));
    expect(result.current.intent).toMatchObject({ type: "repay", amount: 5_999n * USDC });
  });
});
