import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AccountEvent,
  applyEvent,
  carriedBy,
  FLAT,
  type TradeHistory,
} from "../../src/math/tradeHistory";

const START: TradeHistory = {
  account: "0x00",
  market: 1,
  base: { index: 1, decimals: 18 },
  toBlock: 0n,
  trades: [],
  entry: undefined,
  realised: 0n,
  invested: 0n,
  state: FLAT,
};
const NONE = [0n, 0n] as const;
const WAD = 10n ** 18n;

function event(over: Partial<AccountEvent>): AccountEvent {
  const where = { blockNumber: 1n, transactionHash: "0x00", logIndex: 0 } as const;
  return {
    kind: "adjust",
    ...where,
    collateral: NONE,
    debt: NONE,
    held: NONE,
    owed: NONE,
    swap: undefined,
    ...over,
  };
}

/** A long that trades `size` base for `quote`, all of it equity: what is left is what the events say. */
function trades(steps: readonly { readonly size: bigint; readonly quote: bigint }[]): TradeHistory {
  let held = 0n;
  return steps.reduce((history, { size, quote }) => {
    held += size;
    const swap = size > 0n ? ([-size, quote] as const) : ([-size, -quote] as const);
    return applyEvent(history, event({ collateral: [size, 0n], held: [held, 0n], swap }));
  }, START);
}

const amounts = fc.record({
  size: fc.bigInt({ min: 1n, max: 10n ** 24n }),
  quote: fc.bigInt({ min: 0n, max: 10n ** 15n }),
});

describe("the history of a position", () => {
  test("what is realised, and the result, are what the wallet gained", () => {
    const plans = fc.record({
      buys: fc.array(amounts, { minLength: 1, maxLength: 5 }),
      sales: fc.array(amounts, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(plans, amounts, ({ buys, sales }, last) => {
        let open = buys.reduce((sum, b) => sum + b.size, 0n);
        const partial = sales.flatMap(({ size, quote }) => {
          if (size >= open) return [];
          open -= size;
          return [{ size: -size, quote }];
        });
        const history = trades([...buys, ...partial, { size: -open, quote: last.quote }]);
        const paid = buys.reduce((sum, b) => sum + b.quote, 0n);
        const got = [...partial, last].reduce((sum, s) => sum + s.quote, 0n);
        expect(history.realised).toBe(got - paid);
        expect(history.trades.at(-1)).toMatchObject({ type: "close", side: "long", result: got - paid });
        expect(history.state).toEqual(FLAT);
        expect(history.entry).toBeUndefined();
      }),
    );
  });

  test("the entry is the average of what was bought, and sales do not move it", () => {
    const bought = trades([
      { size: WAD, quote: 3_000n },
      { size: 3n * WAD, quote: 10_200n },
    ]);
    expect(bought.entry).toBe(3_300n);
    const sold = trades([
      { size: WAD, quote: 3_000n },
      { size: 3n * WAD, quote: 10_200n },
      { size: -2n * WAD, quote: 7_000n },
    ]);
    expect(sold.entry).toBe(3_300n);
    expect(sold.realised).toBe(400n);
    expect(sold.trades.map((t) => t.type)).toEqual(["open", "increase", "decrease"]);
  });

  test("base in kind changes the size, not the entry, and leaves the result unknown", () => {
    const opened = trades([{ size: 2n * WAD, quote: 6_000n }]);
    const added = applyEvent(
      opened,
      event({ kind: "collateral", collateral: [WAD, 0n], held: [3n * WAD, 0n] }),
    );
    expect(added).toMatchObject({ entry: 3_000n, realised: 0n });
    expect(added.trades.at(-1)).toMatchObject({ type: "collateral", paidIn: 0n, realised: undefined });
    const closed = applyEvent(added, event({ collateral: [-3n * WAD, 0n], swap: [3n * WAD, -9_300n] }));
    expect(closed.trades.at(-1)).toMatchObject({ type: "close", realised: 300n, result: undefined });
    const kind = applyEvent(START, event({ kind: "collateral", collateral: [WAD, 0n], held: [WAD, 0n] }));
    expect(kind).toMatchObject({ entry: undefined, state: { basis: undefined, size: WAD } });
  });

  test("interest that a short pays in base is part of what closing costs", () => {
    const opened = applyEvent(
      START,
      event({
        collateral: [0n, 4_000n],
        debt: [WAD, 0n],
        held: [0n, 4_000n],
        owed: [WAD, 0n],
        swap: [WAD, -3_000n],
      }),
    );
    expect(opened.trades[0]).toMatchObject({ type: "open", side: "short", paidIn: 1_000n, price: 3_000n });
    const interest = WAD / 100n;
    const closed = applyEvent(
      opened,
      event({ collateral: [0n, -4_000n], debt: [-WAD - interest, 0n], swap: [-WAD - interest, 2_727n] }),
    );
    expect(closed.trades[1]).toMatchObject({ type: "close", realised: 273n, result: 273n });
    expect(closed.state).toEqual(FLAT);
  });

  test("what moves to another account costs there what it cost here, whatever part it is", () => {
    const parts = fc.record({
      part: fc.bigInt({ min: 1n, max: 1_000n }),
      debt: fc.bigInt({ min: 0n, max: 1_000n }),
    });
    fc.assert(
      fc.property(parts, fc.boolean(), ({ part, debt }, isLong) => {
        const held = isLong ? ([1_000n, 0n] as const) : ([0n, 4_000n] as const);
        const owed = isLong ? ([0n, 2_000n] as const) : ([1_000n, 0n] as const);
        const swap = isLong ? ([-1_000n, 3_000n] as const) : ([1_000n, -3_000n] as const);
        const opened = applyEvent(START, event({ collateral: held, debt: owed, held, owed, swap }));
        const of = (pair: readonly [bigint, bigint], n: bigint) =>
          [(pair[0] * n) / 1_000n, (pair[1] * n) / 1_000n] as const;
        const minus = (a: readonly [bigint, bigint], b: readonly [bigint, bigint]) =>
          [a[0] - b[0], a[1] - b[1]] as const;
        const [goes, paid] = [of(held, part), of(owed, debt)];
        const out = event({
          kind: "transfer",
          collateral: minus(NONE, goes),
          debt: minus(NONE, paid),
          held: minus(held, goes),
          owed: minus(owed, paid),
        });
        const carried = carriedBy(opened.state, out);
        const left = applyEvent(opened, { ...out, carried });
        const into = event({ kind: "transfer", collateral: goes, debt: paid, held: goes, owed: paid });
        const came = applyEvent(START, { ...into, carried: { ...carried, leaves: false } });
        expect(left.invested + came.invested).toBe(opened.invested);
        expect(left.state.size + came.state.size).toBe(opened.state.size);
        expect((left.state.basis ?? 0n) + (came.state.basis ?? 0n)).toBe(opened.state.basis);
        for (const { trades } of [left, came]) expect(trades.at(-1)).toMatchObject({ type: "transfer" });
        expect([left.realised, came.realised]).toEqual([0n, 0n]);
      }),
    );
  });

  test("a liquidation sells at its own price, and a write-off ends what is left", () => {
    const opened = applyEvent(
      START,
      event({
        collateral: [WAD, 0n],
        debt: [0n, 2_500n],
        held: [WAD, 0n],
        owed: [0n, 2_500n],
        swap: [-WAD, 3_000n],
      }),
    );
    expect(opened).toMatchObject({ invested: 500n, entry: 3_000n });
    const taken = applyEvent(
      opened,
      event({ kind: "liquidate", collateral: [-WAD, 0n], debt: [0n, -2_300n], owed: [0n, 200n] }),
    );
    expect(taken.trades[1]).toMatchObject({
      type: "liquidation",
      price: 2_300n,
      realised: -700n,
      paidIn: 0n,
    });
    const gone = applyEvent(taken, event({ kind: "write-off", debt: [0n, -200n] }));
    expect(gone.trades[2]).toMatchObject({ type: "write-off", paidIn: 0n });
    expect(gone.state).toEqual(FLAT);
  });

  test("borrowing and repaying quote move the wallet's part, not the position", () => {
    const opened = trades([{ size: WAD, quote: 3_000n }]);
    const out = applyEvent(opened, event({ debt: [0n, 500n], held: [WAD, 0n], owed: [0n, 500n] }));
    expect(out.trades.at(-1)).toMatchObject({ type: "borrow", paidIn: -500n });
    const back = applyEvent(out, event({ debt: [0n, -500n], held: [WAD, 0n] }));
    expect(back.trades.at(-1)).toMatchObject({ type: "repay", paidIn: 500n });
    expect(back).toMatchObject({ invested: 3_000n, entry: 3_000n });
  });
});
