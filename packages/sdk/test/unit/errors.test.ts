import {
  BaseError,
  ContractFunctionRevertedError,
  encodeAbiParameters,
  encodeErrorResult,
  type Hex,
  HttpRequestError,
  numberToHex,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, test } from "vitest";
import {
  ChainUnreachableError,
  ContractError,
  decodeError,
  ERC20InsufficientBalanceError,
  explainError,
  GimbalError,
  InitialMarginNotMetError,
  PanicError,
  RevertReasonError,
  SlippageExceededError,
  UnexplainedError,
  UnknownContractError,
  UserRejectedError,
} from "../../src";
import { allErrorsAbi } from "../../src/generated/errorsAbi";
import { ADDRESS, encoded } from "../support/exampleErrors";

function reverted(data: Hex) {
  return new ContractFunctionRevertedError({ abi: [], data, functionName: "execute" });
}

describe("every error of the contracts", () => {
  test("there are errors to check", () => {
    expect(allErrorsAbi.length).toBeGreaterThan(80);
  });

  test.each(allErrorsAbi.map((item) => [item.name, item] as const))(
    "%s has a class and a sentence",
    async (name, item) => {
      const { data, args } = encoded(item);
      const error = decodeError(reverted(data));
      const explained = await explainError(reverted(data));
      expect(explained.name).toBe(error.name);
      expect(explained.message).toBe(error.message);
      expect(error).toBeInstanceOf(ContractError);
      expect(error.name).toBe(`${name}Error`);
      expect((error as ContractError).errorName).toBe(name);
      expect(Object.values((error as ContractError).args)).toEqual(args);
      expect(error.docsPath).toBe(`packages/sdk/ERRORS.md#${name.toLowerCase()}`);
      expect(error.shortMessage, "a sentence").toMatch(/^[A-Z“$0-9].*\.$/s);
      expect(error.shortMessage, "calm").not.toMatch(/!|[Pp]lease|[Ss]uccess|undefined|\bNaN\b|\[object/);
      const bounded = item.inputs.some(({ name: input }) => input === "bound");
      if (bounded && !item.inputs.some((i) => i.type === "address"))
        expect(error.shortMessage, "numbers").toMatch(/\d/);
    },
  );

  test("no two contracts give one name different arguments", () => {
    const names = allErrorsAbi.map((item) => item.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("decodeError", () => {
  const data = encodeErrorResult({
    abi: allErrorsAbi,
    errorName: "InitialMarginNotMet",
    args: [1_000n * 10n ** 18n, 1_100n * 10n ** 18n],
  });

  test("keeps what it is given, and what it explains", () => {
    const error = decodeError(reverted(data));
    expect(decodeError(error)).toBe(error);
    expect(error).toBeInstanceOf(InitialMarginNotMetError);
    expect(error.walk((e) => e instanceof ContractFunctionRevertedError)).toBe(error.cause);
    expect(error.walk((e) => e instanceof RangeError)).toBeNull();
    expect(error.message).toContain(error.shortMessage);
    expect(error.details).toContain("InitialMarginNotMet(actual: 1000");
  });

  test.each([
    ["viem's raw", new BaseError("call failed", { cause: reverted(data) })],
    ["a JSON-RPC error", Object.assign(new Error("x"), { code: 3, data })],
    ["a wallet's nesting", { code: -32603, data: { originalError: { code: 3, data } } }],
    ["an error in an error", { error: { error: { data } } }],
    ["a node's text", new Error(`execution reverted: custom error ${data}`)],
    [
      "bytes in an unknown error",
      reverted(`0xdeadbeef${encodeAbiParameters([{ type: "bytes" }], [data]).slice(2)}`),
    ],
    [
      "bytes behind other arguments",
      reverted(
        `0xdeadbeef${encodeAbiParameters([{ type: "address" }, { type: "bytes" }], [ADDRESS, data]).slice(2)}`,
      ),
    ],
  ])("finds the reason in %s", (_, thrown) => {
    const error = decodeError(thrown);
    expect(error).toBeInstanceOf(InitialMarginNotMetError);
    expect(error.shortMessage).toBe(
      "Collateral would be $1,000.00; debt and opening margin need $1,100.00. Lower the leverage, or add $100.00.",
    );
  });

  test("speaks in the tokens of the plan", () => {
    const usdc = { symbol: "USDC", decimals: 6 };
    const eth = { symbol: "ETH", decimals: 18 };
    const units = { collateral: eth, debt: usdc, traded: eth };
    const slippage = encodeErrorResult({
      abi: allErrorsAbi,
      errorName: "SlippageExceeded",
      args: [995n * 10n ** 15n, 10n ** 18n],
    });
    const error = decodeError(reverted(slippage), { plan: { units } });
    expect(error).toBeInstanceOf(SlippageExceededError);
    expect(error.shortMessage).toBe(
      "The trade would give 0.995 ETH, your least is 1 ETH. Nothing was spent. Try again, or allow more slippage.",
    );
    const balance = encodeErrorResult({
      abi: allErrorsAbi,
      errorName: "ERC20InsufficientBalance",
      args: [ADDRESS, 5n, 7n],
    });
    expect(decodeError(reverted(balance), { plan: { units: { collateral: usdc } } }).shortMessage).toBe(
      "0x7099…79C8 has 0.000005 USDC, this needs 0.000007 USDC. Use less.",
    );
    expect(decodeError(reverted(balance))).toBeInstanceOf(ERC20InsufficientBalanceError);
  });

  test("explains the same where the sentences load later", async () => {
    const thrown = [
      reverted(data),
      reverted(`0xdeadbeef${encodeAbiParameters([{ type: "bytes" }], [data]).slice(2)}`),
      reverted("0xdeadbeef"),
      reverted(`0x4e487b71${numberToHex(0x11, { size: 32 }).slice(2)}`),
      new UserRejectedRequestError(new Error("no")),
      new HttpRequestError({ url: "http://127.0.0.1:1", cause: new TypeError("fetch failed") }),
      undefined,
    ];
    for (const error of thrown) {
      expect(await explainError(error)).toEqual(decodeError(error));
    }
    const explained = decodeError(reverted(data));
    expect(await explainError(explained)).toBe(explained);
  });

  test.each(["LOK", "SPL", "AS", "STF", "something else"])("knows the text reason %s", (reason) => {
    const text = `0x08c379a0${encodeAbiParameters([{ type: "string" }], [reason]).slice(2)}` as const;
    const error = decodeError(reverted(text));
    expect(error).toBeInstanceOf(RevertReasonError);
    expect((error as RevertReasonError).reason).toBe(reason);
    expect(decodeError(new Error(`execution reverted: ${reason}`))).toBeInstanceOf(RevertReasonError);
  });

  test("tells a panic, an unknown error and silence apart", () => {
    const panic = decodeError(reverted(`0x4e487b71${numberToHex(0x11, { size: 32 }).slice(2)}`));
    expect(panic).toBeInstanceOf(PanicError);
    expect((panic as PanicError).code).toBe(0x11n);
    const unknown = decodeError(reverted("0xdeadbeef"));
    expect(unknown).toBeInstanceOf(UnknownContractError);
    expect(unknown.shortMessage).toContain("0xdeadbeef");
    for (const thrown of [undefined, null, 7, "text", new Error("?"), {}]) {
      expect(decodeError(thrown)).toBeInstanceOf(UnexplainedError);
    }
  });

  test("a cancelled signature is no failure of ours", () => {
    expect(decodeError(new UserRejectedRequestError(new Error("no")))).toBeInstanceOf(UserRejectedError);
    expect(
      decodeError(Object.assign(new Error("User rejected the request."), { code: 4001 })),
    ).toBeInstanceOf(UserRejectedError);
  });

  test("a silent node is said to be one", () => {
    const error = decodeError(
      new HttpRequestError({ url: "http://127.0.0.1:1", cause: new TypeError("fetch failed") }),
    );
    expect(error).toBeInstanceOf(ChainUnreachableError);
    expect(error).toBeInstanceOf(GimbalError);
  });
});
