import { accountId, GimbalError, type NettingQuote, WAD } from "@gimbal/sdk";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Loadable } from "@/features/data/loadable";
import type { AccountView, AuctionView } from "@/features/liquidations/auction-view";
import { LiquidationsScreen } from "@/features/liquidations/liquidations-screen";
import { bestOf, candidatesOf } from "@/features/liquidations/nettings";
import { useTransactions } from "@/features/transaction/transaction-store";
import {
  account,
  BORROWER,
  longState,
  NOW,
  noAuction,
  quote,
  report,
  shortState,
} from "./support/liquidations";
import { fixture, OWNER } from "./support/market";

const reads = vi.hoisted(() => ({
  report: undefined as unknown,
  snapshot: undefined as unknown,
  borrowers: undefined as unknown,
  owner: undefined as string | undefined,
  nettings: undefined as readonly NettingQuote[] | undefined,
  isWaiting: false,
}));
vi.mock("@/features/liquidations/use-liquidations", () => ({ useLiquidations: () => reads.report }));
vi.mock("@/features/liquidations/use-borrowers", () => ({ useBorrowers: () => reads.borrowers }));
vi.mock("@/features/liquidations/use-chain-now", () => ({
  NEXT_BLOCK: 12n,
  useChainNow: () => NOW,
  useChainClock: () => ({ now: NOW, isWaiting: reads.isWaiting }),
}));
vi.mock("@/features/liquidations/use-nettings", () => ({
  useNettings: (auctions: readonly AuctionView[], views: readonly AccountView[]) =>
    bestOf(candidatesOf(auctions, views), reads.nettings),
}));
vi.mock("@/features/wallet/use-can-sign", () => ({ useCanSign: () => ({ ok: true }) }));
vi.mock("@/features/data/use-snapshot", () => ({ useSnapshot: () => reads.snapshot }));
vi.mock("@/features/positions/history/use-block-times", () => ({ useBlockTimes: () => new Map() }));
vi.mock("@/features/risk/use-risk", () => ({ useVolatility: () => WAD / 2n }));
vi.mock("@/features/wallet/use-owner", () => ({
  useOwner: () => ({ owner: reads.owner, watching: false }),
}));
vi.mock("@/features/wallet/use-wallet", () => ({ useWallet: () => ({ connect: () => {} }) }));
vi.mock("@/features/data/runtime-context", () => ({ useDeployment: () => fixture().deployment }));

const ok = <T,>(data: T): Loadable<T> => ({ status: "ok", data });
const journal = (past: readonly unknown[] = []) =>
  ok({ journal: { toBlock: 9n, accounts: [], backstops: [], past }, nearest: [] });
const page = () => document.querySelector('[data-slot="liquidations"]');
const failed = (retry: () => void) => ({ status: "error", error: new Error("x"), retry }) as const;

const running = account(longState(8_700n), {
  quote: quote(),
  auction: { ...noAuction, startedAt: NOW - 65n },
});

beforeEach(() => {
  reads.report = ok(
    report(running, account(longState(8_100n, "0x0000000000000000000000000000000000000012"))),
  );
  reads.snapshot = ok(fixture());
  reads.borrowers = journal();
  reads.owner = OWNER;
  reads.nettings = undefined;
  reads.isWaiting = false;
  useTransactions.setState({ review: undefined });
});

describe("the liquidations page", () => {
  test("shows its room while it loads, and offers another try when a read fails", async () => {
    reads.report = { status: "loading" };
    const { rerender } = render(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText("Loading liquidations")).toBeTruthy();
    const retry = vi.fn();
    reads.report = failed(retry);
    rerender(<LiquidationsScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(retry).toHaveBeenCalledOnce();
    expect(page()?.getAttribute("data-status")).toBe("error");
  });

  test("says what will appear while nothing happens", () => {
    reads.report = ok(report());
    render(<LiquidationsScreen requested={undefined} />);
    for (const title of ["No auction runs", "Nobody is near", "Nothing was liquidated yet"])
      expect(screen.getByText(title)).toBeTruthy();
  });

  test("figures that are behind the page say so", () => {
    reads.report = { status: "stale", data: report(running), age: 75 };
    render(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText(/^These figures are 1\smin behind the rest/)).toBeTruthy();
  });

  test("an auction says its discount, its next step and what a bid comes to", () => {
    render(<LiquidationsScreen requested={undefined} />);
    const card = screen.getByRole("article", { name: /^ETH long/ });
    expect(card.querySelector('[data-slot="countdown"]')?.textContent).toBe("0:07");
    expect(card.querySelector('[data-name="paid"]')?.textContent).toMatch(/USDC$/);
    expect(within(card).getByText("below the live oracle price")).toBeTruthy();
  });

  test("a bid opens the review of exactly this account and pair", async () => {
    render(<LiquidationsScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: /^Repay \d.* of ETH long/ }));
    expect(useTransactions.getState().review?.intent).toEqual({
      type: "take",
      market: 1,
      account: accountId(BORROWER, 256n),
      collateralAsset: 1,
      debtAsset: 0,
      maxRepaid: "max",
      capital: "own",
    });
  });

  test("a part of an auction is bid for with an amount, and Max asks for everything", async () => {
    render(<LiquidationsScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: /^Repay a part of ETH long/ }));
    const dialog = within(await screen.findByRole("dialog", { name: "Repay a part of ETH long" }));
    const amount = dialog.getByRole("textbox", { name: "Debt to repay" });
    await userEvent.type(amount, "999999");
    expect(dialog.getByText(/^At most .* can be repaid now/)).toBeTruthy();
    await userEvent.clear(amount);
    await userEvent.type(amount, "1000");
    await userEvent.click(dialog.getByRole("button", { name: /^Review: repay 1,000/ }));
    const intent = { type: "take", account: accountId(BORROWER, 256n), capital: "own" };
    expect(useTransactions.getState().review?.intent).toMatchObject({
      ...intent,
      maxRepaid: 1_000_000_000n,
    });

    await userEvent.click(screen.getByRole("button", { name: /^Repay a part of ETH long/ }));
    const again = within(await screen.findByRole("dialog"));
    await userEvent.click(again.getByRole("button", { name: "Max" }));
    await userEvent.click(again.getByRole("button", { name: /^Review: repay/ }));
    expect(useTransactions.getState().review?.intent).toMatchObject({ ...intent, maxRepaid: "max" });
  });

  test("the price says for which time it is, and that it waits while no block comes", () => {
    const { rerender } = render(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText(/^Price for the next block, about 08:00:00 UTC/)).toBeTruthy();
    reads.isWaiting = true;
    rerender(<LiquidationsScreen requested="eth-usdc" />);
    expect(screen.getByText(/^No block since 07:59:48 UTC: the price waits/)).toBeTruthy();
    expect(document.querySelector('[data-slot="countdown"]')).toBeNull();
    expect(screen.getByText("waits for a block")).toBeTruthy();
  });

  test("without a clock anyone can start it", async () => {
    reads.report = ok(report(account(longState(8_700n), { quote: quote({ bonus: 0n, fee: 0n }) })));
    render(<LiquidationsScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: /^Start the auction/ }));
    expect(useTransactions.getState().review?.intent).toMatchObject({ type: "mark", market: 1 });
  });

  test("nobody takes his own account, and without a wallet there is one press to connect", () => {
    reads.report = ok(report(account(longState(8_700n, OWNER), { quote: quote() })));
    const { rerender } = render(<LiquidationsScreen requested={undefined} />);
    expect(screen.queryByRole("button", { name: /^Repay/ })).toBeNull();
    expect(screen.getByText(/^Your account: others may take it/)).toBeTruthy();
    reads.owner = undefined;
    rerender(<LiquidationsScreen requested="eth-usdc" />);
    expect(screen.getByRole("button", { name: "Connect wallet to bid" })).toBeTruthy();
  });

  test("nothing can be taken while the throttle is exhausted", () => {
    reads.report = ok(
      report(account(longState(8_700n), { quote: quote({ room: 0n, seized: 0n, repaid: 0n, fee: 0n }) })),
    );
    render(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText(/^The throttle is exhausted/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Repay \d/ })).toHaveProperty("disabled", true);
  });

  test("netting counts down, waits for the most indebted, then can be done", async () => {
    const opposite = account(shortState(9_000n, 280n));
    const at = (startedAt: bigint, nettingDue: boolean) =>
      ok(
        report(
          account(longState(8_700n), {
            quote: quote({ nettingDue }),
            auction: { ...noAuction, startedAt },
          }),
          opposite,
        ),
      );
    reads.report = at(NOW - 60n, false);
    const { rerender } = render(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText("starts in 1:00")).toBeTruthy();
    reads.report = at(NOW - 120n, true);
    rerender(<LiquidationsScreen requested={undefined} />);
    expect(screen.getByText(/^Waiting for ETH debt ≥ 95\.00/)).toBeTruthy();
    reads.report = at(NOW - 720n, true);
    rerender(<LiquidationsScreen requested={undefined} />);
    await userEvent.click(screen.getByRole("button", { name: /^Net 1\.4.*ETH of ETH long/ }));
    expect(useTransactions.getState().review?.intent).toMatchObject({
      type: "net",
      counterparty: opposite.state.id,
    });
  });

  test("netting says what the engine would do now, or why not", async () => {
    const opposite = account(shortState(9_000n, 280n), { auction: { ...noAuction, nettable: true } });
    const netting = { ...noAuction, startedAt: NOW - 60n };
    reads.report = ok(report(account(longState(8_700n), { quote: quote(), auction: netting }), opposite));
    const answer: NettingQuote = {
      moved: WAD,
      credited: WAD,
      taken: 2_985_074_627n,
      repaid: 2_985_074_626n,
      rebate: WAD / 200n,
      forced: false,
      refusal: undefined,
    };
    reads.nettings = [answer];
    const { rerender } = render(<LiquidationsScreen requested={undefined} />);
    expect(document.querySelector('[data-name="netted"]')?.textContent).toMatch(
      /^ETH\slong, 1\.000\sETH against 2,985\.07\sUSDC of debt$/,
    );
    expect(screen.getByText(/^The other side takes part by choice, rebate 0\.50\s%$/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^Net 1\.000\sETH of ETH long/ }));
    expect(useTransactions.getState().review?.intent).toMatchObject({ type: "net" });

    reads.nettings = [{ ...answer, refusal: new GimbalError("It would lower health.") }];
    rerender(<LiquidationsScreen requested="eth-usdc" />);
    expect(screen.getByText("It would lower health.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Net 1/ })).toBeNull();
  });

  test("the history tells path, profit and losses by who bore them", () => {
    const common = {
      timestamp: NOW - 60n,
      transactionHash: "0x1",
      account: longState(1n).id,
      market: 1,
      blockNumber: 5n,
    } as const;
    reads.borrowers = journal([
      {
        ...common,
        type: "close",
        path: "soft",
        logIndex: 1,
        collateralAsset: 1,
        debtAsset: 0,
        repaid: 1_000_000_000n,
        seized: WAD / 3n,
        bonus: WAD / 100n,
        taker: BORROWER,
      },
      { ...common, type: "loss", logIndex: 2, asset: 0, step: "suppliers", amount: 7_000_000n },
    ]);
    render(<LiquidationsScreen requested={undefined} />);
    const rows = within(screen.getByRole("table", { name: "Past liquidations, newest first" })).getAllByRole(
      "row",
    );
    expect(rows[1]?.textContent).toContain("Bad debt, paid by lenders");
    expect(rows[2]?.textContent).toContain("Soft");
    expect(rows[2]?.textContent).toContain("+8.00");
  });
});
