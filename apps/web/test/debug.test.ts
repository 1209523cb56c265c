import { allErrorsAbi } from "@gimbal/sdk/abis";
import { encodeErrorResult, type Hex, toFunctionSelector } from "viem";
import { describe, expect, test } from "vitest";
import { decodeText } from "@/features/debug/decode-text";

const data = encodeErrorResult({
  abi: allErrorsAbi,
  errorName: "SlippageExceeded",
  args: [1n, 2n],
} as Parameters<typeof encodeErrorResult>[0]);

describe("what an error means", () => {
  test("revert data, alone or inside of what a wallet says", async () => {
    const alone = await decodeText(data);
    expect(alone).toMatchObject({ type: "error" });
    expect((alone as { name: string }).name).toMatch(/^SlippageExceeded\(/);
    expect((alone as { sentence: string }).sentence).toMatch(/\.$/);
    expect(
      await decodeText(`execution reverted: 0xdeadbeef? data: "${data.toUpperCase().replace("0X", "0x")}"`),
    ).toEqual(alone);
  });

  test("a selector alone has a name", async () => {
    expect(await decodeText(data.slice(0, 10))).toEqual({ type: "name", name: "SlippageExceeded" });
  });

  test("every error of the contracts is found by its selector", async () => {
    for (const { name, inputs } of allErrorsAbi) {
      const selector = toFunctionSelector(`${name}(${inputs.map(({ type }) => type).join(",")})`);
      const found = await decodeText(selector);
      const expected = inputs.length === 0 ? "error" : "name";
      expect(found.type, name).toBe(expected);
      expect((found as { name: string }).name, name).toContain(name);
    }
  });

  test("what is none of ours says so", async () => {
    expect(await decodeText("0xffffffff" satisfies Hex)).toEqual({ type: "unknown", selector: "0xffffffff" });
  });

  test.each(["", "revert", "0x1234", "0x7f3a000000000000000000000000000000000000"])(
    "%j has no data",
    async (text) => {
      expect(await decodeText(text)).toEqual({ type: "none" });
    },
  );
});
