import { type PastLiquidation, WAD } from "@gimbal/sdk";
import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { waterfallOf } from "@/features/liquidations/waterfall/waterfall";
import { WaterfallPanel } from "@/features/liquidations/waterfall/waterfall-panel";
import { BORROWER, longState, NOW, snapshotOf } from "./support/liquidations";

const snapshot = snapshotOf();
const USDC = 1_000_000n;
let index = 0;

const common = (market = 1) => ({
  timestamp: NOW - 60n,
  transactionHash: "0x1" as const,
  account: longState(1n).id,
  market,
  blockNumber: 5n,
  logIndex: index++,
});
const close = (path: "auction" | "soft" | "netting" | "backstop", dollars: bigint, market = 1) =>
  ({
    ...common(market),
    type: "close",
    path,
    collateralAsset: 1,
    debtAsset: 0,
    repaid: dollars * USDC,
    seized: WAD,
    bonus: 0n,
    taker: BORROWER,
  }) satisfies PastLiquidation;
const loss = (step: "insurance" | "backstop" | "suppliers", dollars: bigint) =>
  ({ ...common(), type: "loss", asset: 0, step, amount: dollars * USDC }) satisfies PastLiquidation;

const crash = [
  close("auction", 1_000n),
  close("soft", 200n),
  close("netting", 27_000n),
  close("backstop", 5_300n),
  loss("insurance", 2n),
  loss("backstop", 14_400n),
];
const figure = (name: string) => document.querySelector(`[data-slot="waterfall"] [data-name="${name}"]`);

describe("who paid", () => {
  test("is added up by step, takers of slices among the bidders", () => {
    const { paid, isWhole, isCalm } = waterfallOf(crash, snapshot);
    expect({ isWhole, isCalm }).toEqual({ isWhole: true, isCalm: false });
    expect(paid).toEqual({
      takers: 1_200n * WAD,
      netting: 27_000n * WAD,
      backstop: 5_300n * WAD,
      insurance: 2n * WAD,
      cover: 14_400n * WAD,
      lenders: 0n,
    });
  });

  test("is of the market in view alone", () => {
    const [market] = snapshot.markets;
    expect(waterfallOf([close("auction", 1_000n, 2)], snapshot, market).isCalm).toBe(true);
  });

  test("says that lenders are whole, and what everybody else paid", () => {
    render(<WaterfallPanel past={crash} snapshot={snapshot} />);
    expect(screen.getByRole("heading", { name: "Lenders are whole" })).toBeTruthy();
    expect(figure("lenders")?.textContent).toBe("$0.00");
    expect(figure("cover")?.getAttribute("data-value")).toBe(`${14_400n * WAD}`);
  });

  test("does not round a loss of lenders away", () => {
    const tiny = { ...loss("suppliers", 0n), amount: 1n };
    render(<WaterfallPanel past={[...crash, tiny]} snapshot={snapshot} />);
    expect(screen.queryByText("Lenders are whole")).toBeNull();
    expect(screen.getByRole("heading", { name: /^Lenders lost/ })).toBeTruthy();
  });

  test("says so while nobody was liquidated", () => {
    render(<WaterfallPanel past={[]} snapshot={snapshot} />);
    expect(screen.getByText(/^No account has been liquidated yet/)).toBeTruthy();
  });
});
