// @vitest-environment node
import { describe, expect, test } from "vitest";
import { parseTradeParams } from "@/features/trade/trade-params";
import { readRuntimeConfig } from "@/lib/runtime-config";

describe("trade address", () => {
  test.each([
    [
      { side: "short", leverage: "2.5" },
      { side: "short", leverage: 25n * 10n ** 17n },
    ],
    [{}, { side: undefined, leverage: undefined }],
    [
      { side: "both", leverage: "3x" },
      { side: undefined, leverage: undefined },
    ],
    [
      { side: ["long", "short"], leverage: "1e3" },
      { side: undefined, leverage: undefined },
    ],
    [{ leverage: "0" }, { side: undefined, leverage: undefined }],
    [{ leverage: "-3" }, { side: undefined, leverage: undefined }],
  ])("%o is read as %o", (search, params) => {
    expect(parseTradeParams(search)).toEqual(params);
  });
});

describe("runtime configuration", () => {
  test("defaults to the local chain without controls", () => {
    expect(readRuntimeConfig({})).toEqual({
      rpcUrls: ["http://127.0.0.1:8545"],
      controlUrl: undefined,
      indexerUrl: undefined,
      explorerUrl: undefined,
      chainId: 31337,
    });
  });

  test("knows the explorer, if the chain has one", () => {
    const env = { GIMBAL_EXPLORER_URL: "https://explorer.example" };
    expect(readRuntimeConfig(env).explorerUrl).toBe("https://explorer.example");
    expect(() => readRuntimeConfig({ GIMBAL_EXPLORER_URL: "javascript:alert(1)" })).toThrow(/explorerUrl/);
  });

  test("takes what the environment says, an empty value as none", () => {
    const env = { GIMBAL_RPC_URL: "http://127.0.0.1:9000", GIMBAL_CONTROL_URL: "", GIMBAL_CHAIN_ID: "42161" };
    expect(readRuntimeConfig(env)).toEqual({
      rpcUrls: ["http://127.0.0.1:9000"],
      controlUrl: undefined,
      indexerUrl: undefined,
      explorerUrl: undefined,
      chainId: 42161,
    });
  });

  test("several endpoints keep their order, each once", () => {
    const { rpcUrls } = readRuntimeConfig({
      GIMBAL_RPC_URL: "https://a.test, https://b.test,https://a.test,",
    });
    expect(rpcUrls).toEqual(["https://a.test", "https://b.test"]);
  });

  test.each([
    [{ GIMBAL_RPC_URL: "javascript:alert(1)" }, /rpcUrls/],
    [{ GIMBAL_RPC_URL: "http://a.test,b" }, /rpcUrls.1/],
    [{ GIMBAL_RPC_URL: "," }, /rpcUrls/],
    [{ GIMBAL_CONTROL_URL: "not a url" }, /controlUrl/],
    [{ GIMBAL_CHAIN_ID: "-1" }, /chainId/],
  ])("names what is wrong in %o", (env, fault) => {
    expect(() => readRuntimeConfig(env)).toThrow(fault);
  });
});
