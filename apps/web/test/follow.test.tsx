import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Client } from "viem";
import { beforeEach, expect, test, vi } from "vitest";
import type { Notice } from "@/components/ui/toast";
import { useActivity } from "@/features/shell/activity-store";
import { writeIntent } from "@/features/transaction/intent-text";
import { type PendingTransaction, usePending } from "@/features/transaction/pending-store";
import { useTransactions } from "@/features/transaction/transaction-store";
import { useFollow } from "@/features/transaction/use-follow";
import { accountOf, USDC } from "./support/market";
import { hashOf, node, OWNER, type Sent } from "./support/node";

let client: Client;
let notices: Notice[];
vi.mock("wagmi", () => ({ useClient: () => client }));
vi.mock("@/features/data/runtime-context", () => ({
  LOCAL_CHAIN: 31_337,
  useRuntime: () => ({ chainId: 31_337 }),
}));
vi.mock("@/features/data/watcher", () => ({ useRefresh: () => async () => {} }));
vi.mock("@/components/ui/toast", () => ({ notify: (notice: Notice) => notices.push(notice) }));

const intent = {
  type: "repay",
  account: accountOf("long"),
  market: 1,
  asset: 0,
  amount: 5n * USDC,
} as const;
const pending: PendingTransaction = {
  id: "a",
  chainId: 31_337,
  owner: OWNER,
  hash: hashOf(1),
  title: "Pay back 5.00 USDC",
  step: "send",
  intent: writeIntent(intent),
};
const sent: Sent = { hash: hashOf(1), nonce: 7, block: 9 };

/** What is said about a transaction that was sent before this page was loaded. */
async function follow(transactions: readonly Sent[], change: Partial<PendingTransaction> = {}) {
  client = node({ sent: transactions, head: 10 }).client;
  const queries = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useFollow(), { wrapper });
  const entry = { ...pending, ...change };
  usePending.setState({ entries: [entry] });
  await result.current?.(entry);
  return notices.at(-1) as Notice;
}

beforeEach(() => {
  notices = [];
  useActivity.setState({ entries: [] });
  useTransactions.setState({ review: undefined });
});

test("an order that was mined is done, and no longer pending", async () => {
  expect(await follow([sent])).toMatchObject({ kind: "done", title: "Pay back 5.00 USDC: done" });
  expect(usePending.getState().entries).toEqual([]);
  expect(useActivity.getState().entries[0]).toMatchObject({ state: "done", hash: sent.hash });
});

test("an allowance that was mined is not the order: it can be gone on with", async () => {
  const notice = await follow([sent], { step: "approve" });
  expect(notice).toMatchObject({ kind: "done", title: "The allowance is there" });
  notice.action?.onPress();
  expect(useTransactions.getState().review).toMatchObject({ intent, by: { owner: OWNER, chainId: 31_337 } });
});

test("one that the chain does not know is not said to have cost nothing", async () => {
  const notice = await follow([]);
  expect(notice).toMatchObject({ kind: "failed" });
  expect(notice.detail).toContain("If it was sped up in the wallet");
});

test("what an older page wrote offers no way on, and breaks nothing", async () => {
  const notice = await follow([sent], { step: "approve", intent: "" });
  expect(notice.action).toBeUndefined();
});
