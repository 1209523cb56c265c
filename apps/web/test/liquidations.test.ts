import { type AccountState, GimbalError, type MarketState, type NettingQuote, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuctionView, accountViewOf, auctionViewOf, bidAt } from "@/features/liquidations/auction-view";
import {
  type AuctionCurve,
  bonusAfter,
  curveOf,
  discountOf,
  elapsedOf,
  STEP,
  stepsOf,
  toNextStep,
} from "@/features/liquidations/curve";
import { closesOf, dayTotals, lossesOf } from "@/features/liquidations/history";
import { liquidationsViewOf } from "@/features/liquidations/liquidations-view";
import { isInSoftZone, nearOf } from "@/features/liquidations/near";
import { bestOf, candidatesOf } from "@/features/liquidations/nettings";
import { partIntent, partNote } from "@/features/liquidations/part-form";
import { counterpartiesOf, nettingThreshold, untilAge } from "@/features/liquidations/queue";
import { chainTimeAt } from "@/features/liquidations/use-chain-now";
import { wantedOf } from "@/features/liquidations/watched";
import {
  account,
  BORROWER,
  longState,
  NOW,
  noAuction,
  quote,
  report,
  shortState,
  snapshotOf,
} from "./support/liquidations";

const percent = (value: number) => (BigInt(Math.round(value * 100)) * WAD) / 10_000n;
const snapshot = snapshotOf();
const market = snapshot.markets[0] as MarketState;
const [usdc, eth] = market.assets as [MarketState["assets"][number], MarketState["assets"][number]];

const curve = (change: Partial<AuctionCurve> = {}): AuctionCurve => ({
  startedAt: NOW - 60n,
  growth: percent(0.25),
  bound: percent(2),
  stopped: false,
  ...change,
});

const viewOf = (state: AccountState, change: Parameters<typeof account>[1] = {}) => {
  const view = accountViewOf(account(state, change), snapshot);
  if (view === undefined) throw new TypeError("has debt");
  return view;
};

const auctionOf = (change: Parameters<typeof account>[1] = {}): AuctionView => {
  const auction = auctionViewOf(viewOf(longState(8_700n), { quote: quote(), ...change }));
  if (auction === undefined) throw new TypeError("in auction");
  return auction;
};

describe("the curve", () => {
  test("grows by 0.25 % a step in a calm market, four times as fast in a wild one, and ends at the penalty", () => {
    const of = (maintenanceMargin: bigint) =>
      curveOf({ ...eth, risk: { ...eth.risk, maintenanceMargin } }, noAuction, WAD).growth;
    expect(of(percent(1))).toBe(percent(0.25));
    expect(of(percent(5))).toBe(percent(0.25));
    expect(of(percent(10))).toBe(percent(0.5));
    expect(of(percent(60))).toBe(percent(1));
    expect(curveOf(eth, noAuction, WAD).bound).toBe(eth.risk.penalty);
    expect(curveOf(eth, noAuction, percent(0.5)).bound).toBe(percent(0.5));
  });

  test("a clock that is missing, stopped, in the future or older than half an hour gives nothing", () => {
    for (const change of [
      { startedAt: 0n },
      { stopped: true },
      { startedAt: NOW + 5n },
      { startedAt: NOW - 1_801n },
    ])
      expect(elapsedOf(curve(change), NOW)).toBe(0n);
    expect(elapsedOf(curve({ startedAt: NOW - 1_800n }), NOW)).toBe(1_800n);
  });

  test("never falls, never passes its bound, and steps every twelve seconds", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_800n }),
        fc.bigInt({ min: 0n, max: percent(30) }),
        (elapsed, bound) => {
          const of = curve({ bound });
          const bonus = bonusAfter(of, elapsed);
          expect(bonus).toBeLessThanOrEqual(bound);
          expect(bonusAfter(of, elapsed + STEP)).toBeGreaterThanOrEqual(bonus);
          expect(bonusAfter(of, (elapsed / STEP) * STEP)).toBe(bonus);
        },
      ),
    );
  });

  test("counts down to the next step until the bound is reached", () => {
    expect(toNextStep(curve({ startedAt: NOW - 60n }), NOW)).toBe(12);
    expect(toNextStep(curve({ startedAt: NOW - 65n }), NOW)).toBe(7);
    expect(toNextStep(curve({ startedAt: NOW - 600n }), NOW)).toBeUndefined();
    expect(toNextStep(curve({ startedAt: 0n }), NOW)).toBeUndefined();
    expect(toNextStep(curve({ stopped: true }), NOW)).toBeUndefined();
  });

  test("a taker saves the bonus less the fifth of the insurance", () => {
    expect(discountOf(0n)).toBe(0n);
    // 1.01 for 1.002: 1 - 1.002/1.01
    expect(discountOf(percent(1))).toBe((8n * 10n ** 15n * WAD) / (WAD + percent(1)));
  });

  test("is drawn from nothing to a little beyond the bound", () => {
    const points = stepsOf(curve());
    expect(points[0]).toEqual({ elapsed: 0n, discount: 0n });
    expect(points.at(-1)?.discount).toBe(discountOf(percent(2)));
    expect(points.length).toBe(12);
    expect(stepsOf(curve({ growth: 0n })).length).toBe(4);
  });
});

describe("an auction", () => {
  test("is the account's pair at the quote of the chain", () => {
    const { name, collateral, debt, debtValue, collateralValue } = auctionOf();
    expect([name, collateral.symbol, debt.symbol]).toEqual(["ETH long", "ETH", "USDC"]);
    expect([debtValue, collateralValue]).toEqual([8_700n * WAD, 9_000n * WAD]);
  });

  test("is none while healthy, in the soft zone, or without a quote", () => {
    for (const zone of ["safe", "soft"] as const)
      expect(auctionViewOf(viewOf(longState(8_700n), { quote: quote({ zone }) }))).toBeUndefined();
    expect(auctionViewOf(viewOf(longState(8_700n)))).toBeUndefined();
    expect(accountViewOf(account(longState(0n)), snapshot)).toBeUndefined();
  });

  test("without a clock a bid is what the chain quoted", () => {
    const bid = bidAt(auctionOf({ quote: quote({ bonus: 0n, fee: 0n, seized: WAD }) }), snapshot, NOW);
    expect(bid).toMatchObject({ bonus: 0n, discount: 0n, paid: 3_000_000_000n, seized: WAD, profit: 0n });
    expect(bid.price).toBe(3_000n * WAD);
  });

  test("between blocks the clock adds to the bonus, up to the bound, and the amounts follow", () => {
    const auction = { ...noAuction, startedAt: NOW - 12n };
    const of = auctionOf({
      auction,
      quote: quote({ bonus: percent(0.25), fee: 1_500_000n, seized: (10_025n * WAD) / 10_000n }),
    });
    const [now, later] = [bidAt(of, snapshot, NOW), bidAt(of, snapshot, NOW + 12n)];
    expect(now.bonus).toBe(percent(0.25));
    expect(later.bonus).toBe(percent(0.5));
    expect(later.seized * 3_000n).toBeGreaterThan((later.paid * WAD) / 10n ** 6n);
    expect(later.profit ?? 0n).toBeGreaterThan(now.profit ?? 0n);
    expect(later.price ?? 0n).toBeLessThan(now.price ?? 0n);
    const far = bidAt(of, snapshot, NOW + 900n);
    expect(far.bonus).toBeLessThanOrEqual(eth.risk.penalty);
  });

  test("a bid never seizes more than the account holds", () => {
    const auction = { ...noAuction, startedAt: NOW - 12n };
    const held = quote({ bonus: percent(0.25), seized: 3n * WAD, repaid: 8_977_000_000n });
    expect(bidAt(auctionOf({ auction, quote: held }), snapshot, NOW + 60n).seized).toBeLessThanOrEqual(
      3n * WAD,
    );
  });

  test("without capital the pool's price counts", () => {
    const { profit, flashProfit } = bidAt(auctionOf(), snapshot, NOW);
    expect(flashProfit ?? 0n).toBeLessThan(profit ?? 0n);
    const noPools = bidAt(auctionOf(), { ...snapshot, pools: [] }, NOW);
    expect(noPools.flashProfit).toBeUndefined();
  });
});

describe("near the threshold", () => {
  const soft = viewOf(longState(8_100n));
  const auction = viewOf(longState(8_700n), { quote: quote() });
  const safe = viewOf(longState(6_000n, "0x0000000000000000000000000000000000000011"));

  test("are those above 1 and below 1.25, lowest first", () => {
    const nearer = viewOf(longState(8_150n, "0x0000000000000000000000000000000000000012"));
    expect(nearOf([safe, soft, auction, nearer]).map(({ key }) => key)).toEqual([nearer.key, soft.key]);
  });

  test("the soft zone is half of the volatility margin wide", () => {
    expect(isInSoftZone(soft)).toBe(true);
    expect(isInSoftZone(auction)).toBe(false);
    expect(isInSoftZone(viewOf(longState(7_900n)))).toBe(false);
  });

  test("what is read of an account names its pair", () => {
    expect(wantedOf(longState(8_400n), snapshot).pair).toEqual({ collateralAsset: 1, debtAsset: 0 });
    expect(wantedOf(shortState(9_000n, 290n), snapshot).pair).toEqual({ collateralAsset: 0, debtAsset: 1 });
    expect(wantedOf(longState(0n), snapshot).pair).toBeUndefined();
  });
});

describe("if nobody bids", () => {
  const unhealthy = auctionOf();
  const levered = viewOf(shortState(9_000n, 280n));
  const calm = viewOf(shortState(9_000n, 100n, "0x0000000000000000000000000000000000000013"));
  const willing = viewOf(shortState(9_000n, 50n, "0x0000000000000000000000000000000000000014"), {
    auction: { ...noAuction, nettable: true },
  });

  test("the willing are netted first, then the most indebted, never one's own", () => {
    const own = viewOf(shortState(9_000n, 285n, BORROWER));
    const order = counterpartiesOf(unhealthy, [calm, levered, own, willing, unhealthy]);
    expect(order.map(({ view }) => view.key)).toEqual([willing.key, levered.key, calm.key]);
    // half of 2.8 ETH
    expect(order[1]?.amount).toBe((14n * WAD) / 10n);
  });

  test("the threshold falls from 95 % to nothing in ten minutes", () => {
    expect(nettingThreshold(-1n)).toBe(percent(95));
    expect(nettingThreshold(300n)).toBe(percent(47.5));
    expect(nettingThreshold(600n)).toBe(0n);
  });

  test("counts down to the age at which the next step is due", () => {
    const started = auctionOf({ auction: { ...noAuction, startedAt: NOW - 100n } });
    expect(untilAge(started, 120n, NOW)).toBe(20);
    expect(untilAge(started, 120n, NOW + 60n)).toBe(0);
    expect(untilAge(unhealthy, 120n, NOW)).toBeUndefined();
  });
});

describe("the history", () => {
  const entry = {
    timestamp: NOW - 3_600n,
    transactionHash: "0x1",
    account: longState(1n).id,
    market: 1,
  } as const;
  const close = (blockNumber: bigint, path: "auction" | "backstop" = "auction") =>
    ({
      ...entry,
      type: "close",
      path,
      blockNumber,
      logIndex: 0,
      collateralAsset: 1,
      debtAsset: 0,
      repaid: 1_000_000_000n,
      seized: WAD / 3n,
      bonus: percent(1),
      taker: BORROWER,
    }) as const;
  const loss = (step: "insurance" | "backstop" | "suppliers", amount: bigint) =>
    ({ ...entry, type: "loss", blockNumber: 9n, logIndex: 1, asset: 0, step, amount }) as const;

  test("is newest first, and a taker's profit is the bonus less the insurance's fifth", () => {
    const rows = closesOf([close(5n), close(7n)], snapshot);
    expect(rows.map((row) => row.close.blockNumber)).toEqual([7n, 5n]);
    expect(rows[0]).toMatchObject({ repaidValue: 1_000n * WAD, profit: 8n * WAD });
  });

  test("the last day counts, older ones and those of unknown time do not", () => {
    const rows = closesOf([close(1n), close(2n), close(3n)], snapshot);
    const times = new Map([
      [1n, NOW - 90_000n],
      [2n, NOW - 60n],
    ]);
    const day = dayTotals(rows, (row) => times.get(row.close.blockNumber), NOW);
    expect(day).toEqual({ count: 1, repaid: 1_000n * WAD, profit: 8n * WAD });
  });

  test("losses are summed by who bore them", () => {
    const losses = [
      loss("insurance", 5_000_000n),
      loss("suppliers", 2_000_000n),
      loss("insurance", 1_000_000n),
    ];
    expect(lossesOf(losses, snapshot)).toEqual({
      insurance: 6n * WAD,
      backstop: 0n,
      suppliers: 2n * WAD,
      total: 8n * WAD,
    });
  });
});

describe("the page", () => {
  test("shows auctions, who is near, and the throttle with the least room", () => {
    const view = liquidationsViewOf(
      report(account(longState(8_100n)), account(longState(8_700n), { quote: quote() })),
      snapshot,
      undefined,
    );
    expect([view.auctions.length, view.near.length, view.soft.length]).toEqual([1, 1, 1]);
    expect(view.throttle).toMatchObject({ symbol: "ETH", room: 1_500_000n * WAD });
    expect(view.insurance).toBe(0n);
    expect(usdc.symbol).toBe("USDC");
  });

  test("time goes on between blocks, and never back", () => {
    const head = { number: 1n, hash: "0x", timestamp: 2_000n };
    expect(chainTimeAt({ head, at: 10_000 }, 13_400)).toEqual({ now: 2_003n, isWaiting: false });
    expect(chainTimeAt({ head, at: 10_000 }, 9_000)).toEqual({ now: 2_000n, isWaiting: false });
    expect(chainTimeAt({ head, at: 10_000 }, 22_900)).toEqual({ now: 2_012n, isWaiting: false });
    expect(chainTimeAt({ head, at: 10_000 }, 23_000)).toEqual({ now: 2_012n, isWaiting: true });
    expect(chainTimeAt({ head, at: 10_000 }, 5_000_000)).toEqual({ now: 2_012n, isWaiting: true });
    expect(chainTimeAt({ head: undefined, at: 0 }, 7_000)).toEqual({ now: 7n, isWaiting: true });
  });
});

describe("who is netted against", () => {
  const views = [
    viewOf(shortState(9_000n, 280n)),
    viewOf(shortState(6_000n, 100n, "0x0000000000000000000000000000000000000013")),
    viewOf(shortState(6_000n, 150n, "0x0000000000000000000000000000000000000014")),
  ];
  const auction = auctionViewOf(viewOf(longState(8_700n), { quote: quote() }));
  if (auction === undefined) throw new TypeError("in auction");
  const candidates = candidatesOf([auction], views);
  const answer = (moved: bigint, forced: boolean, refusal?: GimbalError): NettingQuote => ({
    moved,
    credited: moved,
    taken: 0n,
    repaid: 0n,
    rebate: 0n,
    forced,
    refusal,
  });
  const chosen = (...quotes: readonly (NettingQuote | undefined)[]) =>
    candidates.findIndex(
      ({ counterparty }) => counterparty === bestOf(candidates, quotes).get(auction.key)?.counterparty,
    );
  const no = new GimbalError("no");

  test("is who can be before who cannot, the willing before the others, then who moves most", () => {
    expect(candidates.length).toBe(3);
    expect(chosen()).toBe(0);
    expect(chosen(answer(0n, true, no), answer(1n, true), answer(0n, true, no))).toBe(1);
    expect(chosen(answer(9n, true), answer(1n, false), answer(2n, false))).toBe(2);
    expect(chosen(answer(9n, true), answer(10n, true), answer(2n, true))).toBe(1);
    expect(chosen(answer(0n, true, no), undefined, answer(0n, true, no))).toBe(0);
  });
});

describe("a bid on a part", () => {
  const auction = auctionViewOf(viewOf(longState(8_700n), { quote: quote() }));
  if (auction === undefined) throw new TypeError("in auction");
  const most = 3_000n * 10n ** 6n;
  const amount = (value: bigint) => ({ type: "amount", amount: value }) as const;
  const bid = bidAt(auction, snapshot, NOW, most / 3n);

  test("pays a part of the fee, rounded up, for a part of the collateral, rounded down", () => {
    const whole = bidAt(auction, snapshot, NOW);
    expect(bid.repaid).toBe(most / 3n);
    expect(bid.paid).toBe(most / 3n + 2_000_000n);
    expect(bid.seized).toBe(whole.seized / 3n);
    const odd = bidAt(auction, snapshot, NOW, 1n);
    expect([odd.paid, odd.seized]).toEqual([2n, whole.seized / most]);
    expect(bidAt(auction, snapshot, NOW, 2n * most)).toEqual(whole);
  });

  test("asks for the amount, for everything as the chain decides it, and for nothing that cannot be", () => {
    expect(partIntent(auction, 5n, most, "flash")).toMatchObject({ maxRepaid: 5n, capital: "flash" });
    expect(partIntent(auction, most, most, "own")).toMatchObject({ maxRepaid: "max" });
    expect(partIntent(auction, 0n, most, "own")).toBeUndefined();
    expect(partIntent(auction, most + 1n, most, "own")).toBeUndefined();
  });

  test("says what is wrong: too much, or a sale at a loss", () => {
    const noteOf = (value: bigint, capital: "own" | "flash", flashProfit: bigint | undefined) =>
      partNote({
        view: auction,
        parsed: amount(value),
        most,
        bid: { ...bid, flashProfit },
        capital,
        takeMax: () => {},
      })?.text;
    expect(noteOf(most + 1n, "own", 1n)).toMatch(/^At most 3,000\.00\sUSDC/);
    expect(noteOf(most, "own", -1n)).toBeUndefined();
    expect(noteOf(most, "flash", 0n)).toMatch(/the pool pays less/);
    expect(noteOf(most, "flash", undefined)).toMatch(/the pool pays less/);
    expect(noteOf(most, "flash", 1n)).toBeUndefined();
  });
});
