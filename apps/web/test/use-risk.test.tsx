import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { useChainStore } from "@/features/data/chain-store";
import { queryKeys } from "@/features/data/query-keys";
import { useRisk, useVolatility } from "@/features/risk/use-risk";
import { ethRisk, percent, report } from "./support/risk";

const readRisk = vi.hoisted(() => vi.fn());
vi.mock("@/features/risk/read", () => ({ readRisk }));
vi.mock("wagmi", () => ({ useClient: () => ({}) }));
vi.mock("@/features/data/runtime-context", () => ({
  useRuntime: () => ({ chainId: 31337 }),
  useDeployment: () => ({}),
}));

let client: QueryClient;
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const nextBlock = () =>
  act(() => client.refetchQueries({ queryKey: queryKeys.beside(31337), type: "active" }));
const atHead = (number: bigint) =>
  useChainStore.setState(({ watch }) => ({
    watch: { ...watch, head: { number, hash: `0x${number}`, timestamp: 1n } },
  }));

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  readRisk.mockReset().mockResolvedValue(report());
  atHead(100n);
});

test("a report that stops following is kept and called stale, until it follows again", async () => {
  const { result } = renderHook(() => useRisk(), { wrapper });
  await waitFor(() => expect(result.current.status).toBe("ok"));
  readRisk.mockRejectedValueOnce(new Error("reverted"));
  await nextBlock();
  await waitFor(() => expect(result.current).toMatchObject({ status: "stale", data: { blockNumber: 100n } }));
  await nextBlock();
  await waitFor(() => expect(result.current.status).toBe("ok"));
});

test("one that never came is an error with another try", async () => {
  readRisk.mockRejectedValueOnce(new Error("no lens"));
  const { result } = renderHook(() => useRisk(), { wrapper });
  await waitFor(() => expect(result.current.status).toBe("error"));
  act(() => result.current.status === "error" && result.current.retry());
  await waitFor(() => expect(result.current.status).toBe("ok"));
});

test("many readers ask once, and a page that comes back asks again only when the chain went on", async () => {
  const first = renderHook(() => [useRisk(), useVolatility(ethRisk().token)] as const, { wrapper });
  await waitFor(() => expect(first.result.current[1]).toBe(percent(71)));
  renderHook(() => useRisk(), { wrapper });
  expect(readRisk).toHaveBeenCalledOnce();
  first.unmount();
  atHead(101n);
  renderHook(() => useRisk(), { wrapper });
  await waitFor(() => expect(readRisk).toHaveBeenCalledTimes(2));
});

test("a token that nobody measured has no volatility, and neither has one at 0", async () => {
  readRisk.mockResolvedValue(report({}, { volatility: 0n }));
  const { result } = renderHook(
    () => [useRisk().status, useVolatility(ethRisk().token), useVolatility(undefined)] as const,
    { wrapper },
  );
  await waitFor(() => expect(result.current).toEqual(["ok", undefined, undefined]));
});
