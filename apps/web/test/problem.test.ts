import { tradeRouterAbi } from "@gimbal/sdk/abis";
import { encodeErrorResult, UserRejectedRequestError } from "viem";
import { describe, expect, test } from "vitest";
import { planOf } from "@/features/transaction/plan-trade";
import {
  isUnsupportedMethod,
  problemFrom,
  revertProblem,
  splitSentence,
} from "@/features/transaction/problem";
import { accountOf, fixture, LIMITS, USDC } from "./support/market";

const snapshot = fixture();
const plan = planOf(
  {
    type: "open",
    account: accountOf("long"),
    market: 1,
    side: "long",
    base: 1,
    equity: 1_000n * USDC,
    borrow: 2_000n * USDC,
  },
  { snapshot, limits: LIMITS },
);
const slipped = Object.assign(new Error("execution reverted"), {
  data: encodeErrorResult({
    abi: tradeRouterAbi,
    errorName: "SlippageExceeded",
    args: [990n * 10n ** 15n, 997n * 10n ** 15n],
  }),
});

describe("problems in words", () => {
  test("a contract's error keeps its numbers, in the tokens of the plan, and says that nothing was sent", async () => {
    const { kind, title, detail } = await problemFrom(slipped, { snapshot, plan });
    expect(kind).toBe("failed");
    expect(`${title} ${detail}`).toMatch(/0\.99/);
    expect(detail).toContain("Nothing was sent.");
  });

  test("a mined and refused one cost the network fee", async () => {
    const { kind, detail } = await revertProblem(slipped, { snapshot, plan });
    expect(kind).toBe("reverted");
    expect(detail).toContain("network fee");
  });

  test("says once what was spent, and keeps the advice", async () => {
    const [failed, reverted] = [
      await problemFrom(slipped, { snapshot, plan }),
      await revertProblem(slipped, { snapshot, plan }),
    ];
    expect(failed.detail.match(/Nothing was/g)).toHaveLength(1);
    expect(reverted.detail).not.toContain("Nothing was");
    expect(failed.detail.length).toBeGreaterThan("Nothing was sent.".length);
  });

  test("a rejection is neutral however deep it is wrapped", async () => {
    const inner = new UserRejectedRequestError(new Error("User rejected the request."));
    const outer = new Error("failed", { cause: new Error("inner", { cause: inner }) });
    expect(await problemFrom(outer)).toMatchObject({
      kind: "rejected",
      title: "You cancelled in the wallet",
    });
  });

  test.each([4200, -32601, -32004])("code %i means that the wallet does not know the method", (code) => {
    expect(isUnsupportedMethod(new Error("x", { cause: Object.assign(new Error("y"), { code }) }))).toBe(
      true,
    );
  });

  test.each([4001, -32603, 3])("code %i does not", (code) => {
    expect(isUnsupportedMethod(Object.assign(new Error("y"), { code }))).toBe(false);
  });

  test.each([
    [
      "Price moved 0.41 %, your limit is 0.30 %. Try again.",
      "Price moved 0.41 %, your limit is 0.30 %.",
      "Try again.",
    ],
    ["Only one.", "Only one.", ""],
    ["No end", "No end", ""],
  ])("splits %s", (text, first, rest) => {
    expect(splitSentence(text)).toEqual([first, rest]);
  });
});
