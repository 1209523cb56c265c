import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keptTexts } from "@/lib/browser-storage";

const real = Object.getOwnPropertyDescriptor(window, "localStorage") as PropertyDescriptor;
const forbid = () =>
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
/** The stores of a page that was just loaded. */
async function load() {
  vi.resetModules();
  const [{ useSettings }, { usePending }, { useActivity }, { useRules }, { useAlertLog }] = await Promise.all(
    [
      import("@/features/transaction/settings-store"),
      import("@/features/transaction/pending-store"),
      import("@/features/shell/activity-store"),
      import("@/features/alerts/rule-store"),
      import("@/features/alerts/alert-log"),
    ],
  );
  return { useSettings, all: [useSettings, usePending, useActivity, useRules, useAlertLog] as const };
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  Object.defineProperty(window, "localStorage", real);
});

describe("a browser that keeps nothing", () => {
  test("has every store, for this visit", async () => {
    forbid();
    const { useSettings, all } = await load();
    for (const store of all) await store.persist.rehydrate();
    useSettings.getState().set({ slippage: "1" });
    expect(useSettings.getState().slippage).toBe("1");
    await useSettings.persist.rehydrate();
    expect(useSettings.getState().slippage).toBe("1");
  });

  test("lets others ask for it all the same", () => {
    forbid();
    keptTexts();
    window.localStorage.setItem("a", "b");
    expect([window.localStorage.getItem("a"), window.localStorage.length]).toEqual(["b", 1]);
  });

  test("nor one that is full stops anything", () => {
    const full = {
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    Object.defineProperty(window, "localStorage", { configurable: true, value: full });
    expect(() => keptTexts().setItem("a", "b")).not.toThrow();
  });
});

describe("settings", () => {
  test("are there after a reload", async () => {
    const before = await load();
    before.useSettings.getState().set({ slippage: "0.75", deadline: "45", approval: "transaction" });
    const { useSettings } = await load();
    expect(useSettings.getState().slippage).toBe("0.3");
    await useSettings.persist.rehydrate();
    expect(useSettings.getState()).toMatchObject({
      slippage: "0.75",
      deadline: "45",
      approval: "transaction",
    });
  });

  test.each([
    ["{", "no JSON"],
    ['{"state":{"slippage":5,"deadline":null,"approval":"always"},"version":1}', "other types"],
    ['{"state":null,"version":1}', "nothing"],
  ])("%s (%s) are the defaults", async (text) => {
    localStorage.setItem("gimbal.settings", text);
    const { useSettings } = await load();
    await useSettings.persist.rehydrate();
    expect(useSettings.getState()).toMatchObject({ slippage: "0.3", deadline: "20", approval: "signature" });
  });
});
