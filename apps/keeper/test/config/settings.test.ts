import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findDeployment } from "@gimbal/sdk";
import { describe, expect, it } from "vitest";
import { readSettings, SETTINGS } from "../../src/config/settings";
import { SettingsError } from "../../src/errors";

const NEEDED = { KEEPER_RPC_URLS: "http://127.0.0.1:8545", KEEPER_CHAIN_ID: "31337" };

function problem(environment: NodeJS.ProcessEnv): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return "none";
}

describe("the settings", () => {
  it("need only endpoints and a chain, and send nothing by default", () => {
    const settings = readSettings({ ...NEEDED, PATH: "/bin" });
    expect(settings).toMatchObject({ live: false, host: "127.0.0.1", quorum: 1, takeWith: "flash" });
    expect(settings.rpcUrls).toEqual(["http://127.0.0.1:8545"]);
    expect(settings.deployment).toBe(findDeployment(31_337));
  });

  it("read every amount in the unit its name says", () => {
    const settings = readSettings({
      ...NEEDED,
      KEEPER_MIN_PROFIT_USD: "2.5",
      KEEPER_GAS_BUDGET: "0.1",
      KEEPER_MAX_FEE_GWEI: "1.5",
    });
    expect(settings.minProfit).toBe(2_500_000_000_000_000_000n);
    expect(settings.gasBudget).toBe(100_000_000_000_000_000n);
    expect(settings.maxFee).toBe(1_500_000_000n);
  });

  it("want two endpoints to agree once there are two", () => {
    const urls = "http://a.example,http://b.example,http://c.example";
    expect(readSettings({ ...NEEDED, KEEPER_RPC_URLS: urls }).quorum).toBe(2);
    expect(problem({ ...NEEDED, KEEPER_QUORUM: "2" })).toContain("KEEPER_QUORUM: 2 endpoints cannot agree");
  });

  it("say every problem at once, by the name of the setting", () => {
    const text = problem({
      KEEPER_CHAIN_ID: "one",
      KEEPER_LIVE: "yes",
      KEEPER_PORT: "70000",
      KEEPER_DUTIES: "take,sleep",
      KEEPER_RECIPIENT: "0x12",
      KEEPER_TYPO: "1",
    });
    for (const name of ["RPC_URLS", "CHAIN_ID", "LIVE", "PORT", "DUTIES", "RECIPIENT"])
      expect(text).toContain(`KEEPER_${name}:`);
    expect(text).toContain("KEEPER_RPC_URLS: is needed");
    expect(text).toContain("KEEPER_TYPO: there is no such setting");
  });

  it.each([
    [{ KEEPER_LIVE: "true" }, "exactly one of KEEPER_KEY_FILE and KEEPER_KEYSTORE_FILE"],
    [{ KEEPER_LIVE: "true", KEEPER_KEY_FILE: "a", KEEPER_KEYSTORE_FILE: "b" }, "exactly one of"],
    [{ KEEPER_KEYSTORE_FILE: "b" }, "needs KEEPER_PASSWORD_FILE"],
    [{ KEEPER_CHAIN_ID: "5" }, "there is no deployment on chain 5"],
    [{ KEEPER_RPC_URLS: "ftp://a.example" }, "http(s) URLs"],
    [{ KEEPER_MIN_PROFIT_USD: "-1" }, "must be a number of dollars"],
  ])("refuse %j", (given, expected) => {
    expect(problem({ ...NEEDED, ...given })).toContain(expected);
  });

  it("take a deployment from a file, if it is one and of the chain", () => {
    const folder = mkdtempSync(join(tmpdir(), "keeper-"));
    const file = join(folder, "31337.json");
    const given = { ...NEEDED, KEEPER_MANIFEST: file };
    writeFileSync(file, JSON.stringify(findDeployment(31_337)));
    expect(readSettings(given).deployment).toEqual(findDeployment(31_337));
    expect(problem({ ...given, KEEPER_CHAIN_ID: "1" })).toContain("is of chain 31337");
    writeFileSync(file, "{");
    expect(problem(given)).toContain("is not JSON");
    writeFileSync(
      file,
      JSON.stringify({ chainId: 31_337, name: "x", contracts: {}, markets: [], codeHashes: {} }),
    );
    expect(problem(given)).toContain("contracts.marginEngine");
  });

  it("are all described", () => {
    for (const [name, { description }] of Object.entries(SETTINGS)) expect(description, name).toBeTruthy();
  });
});
