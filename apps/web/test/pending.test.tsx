import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { PendingNotices } from "@/features/transaction/pending-notices";
import { type PendingTransaction, usePending } from "@/features/transaction/pending-store";
import { OWNER } from "./support/market";

const runtime = vi.hoisted(() => ({ chainId: 31337, explorerUrl: undefined as string | undefined }));
vi.mock("@/features/data/runtime-context", () => ({ useRuntime: () => runtime }));
vi.mock("@/features/wallet/use-owner", () => ({ useOwner: () => ({ owner: OWNER, watching: false }) }));

const sent: PendingTransaction = {
  id: "a",
  chainId: 31_337,
  owner: OWNER,
  hash: `0x${"ab".repeat(32)}`,
  title: "Open 1 ETH long",
  step: "send",
  intent: "{}",
};
const rows = () => screen.queryAllByRole("status").map(({ textContent }) => textContent);

beforeEach(() => usePending.setState({ entries: [] }));

test("what was sent stands where its result will be, until it is there", () => {
  render(<PendingNotices />);
  expect(rows()).toEqual([]);
  act(() => usePending.getState().put(sent));
  expect(rows()[0]).toContain("Open 1 ETH longSent. Waiting for a block0xabab…abab");
  act(() => usePending.getState().drop("a"));
  expect(rows()).toEqual([]);
});

test("an allowance is called one", () => {
  usePending.getState().put({ ...sent, step: "approve" });
  render(<PendingNotices />);
  expect(rows()[0]).toContain("Allowance sent");
});

test("neither another owner's nor another chain's is shown", () => {
  usePending.getState().put({ ...sent, owner: `0x${"11".repeat(20)}` });
  usePending.getState().put({ ...sent, id: "b", chainId: 1 });
  render(<PendingNotices />);
  expect(rows()).toEqual([]);
});

test("it leads to the explorer of its chain, or its hash is copied", () => {
  usePending.getState().put(sent);
  const { rerender } = render(<PendingNotices />);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("button", { name: "Copy the hash" })).toBeDefined();
  runtime.explorerUrl = "https://explorer.example/";
  rerender(<PendingNotices />);
  const link = screen.getByRole("link");
  expect(link.getAttribute("href")).toBe(`https://explorer.example/tx/${sent.hash}`);
  expect(link.getAttribute("rel")).toContain("noopener");
  runtime.explorerUrl = undefined;
});
