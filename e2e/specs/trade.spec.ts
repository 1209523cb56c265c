import type { Locator } from "@playwright/test";
import { expect, test } from "../support/fixtures";

const USDC = 10n ** 6n;

test.describe("opening", () => {
  for (const side of ["long", "short"] as const) {
    test(`a 3× ${side} opens in one transaction and the screen equals the chain`, async ({
      app,
      chain,
      wallet,
    }) => {
      const before = await chain.balance("USDC");
      await app.openPosition({ slug: "eth-usdc", side, amount: "1000", leverage: "3" });

      expect(wallet.requests.filter((method) => method === "eth_sendTransaction")).toHaveLength(1);
      expect(before - (await chain.balance("USDC"))).toBe(1_000n * USDC);
      const { collateral, debt } = await chain.position("eth-usdc", side);
      expect(collateral).toBeGreaterThan(0n);
      expect(debt).toBeGreaterThan(0n);

      const size = side === "long" ? collateral : debt;
      const shown = app.position("eth-usdc", side).locator('[data-name="size"]').first();
      const drift = BigInt((await shown.getAttribute("data-value")) ?? "0") - size;
      expect(drift < 0n ? -drift : drift).toBeLessThan(size / 1_000_000n);
      const health = await chain.health("eth-usdc", side);
      expect(health).toBeDefined();
      const healthDrift = (await app.healthValue("eth-usdc", side)) - (health ?? 0n);
      expect(healthDrift < 0n ? -healthDrift : healthDrift).toBeLessThan(10n ** 12n);
    });
  }

  test("refusing the signature sends nothing and can be tried again", async ({ app, chain, wallet }) => {
    await app.prepare({ slug: "eth-usdc", side: "long", amount: "500", leverage: "2" });
    await app.action.click();
    wallet.rejectNext();
    await app.slot("review-confirm").click();
    await expect(app.slot("problem")).toHaveAttribute("data-kind", "rejected");
    expect((await chain.position("eth-usdc", "long")).debt).toBe(0n);
    await app.confirm();
    await expect(app.position("eth-usdc", "long")).toBeVisible();
  });

  test("the whole loop needs only the keyboard: connect, open, adjust, close", async ({ app, chain }) => {
    // three transactions, and every key of them
    test.slow();
    await app.trade("eth-usdc");
    const { page } = app;
    const press = async (target: Locator) => {
      await app.tabTo(target);
      await page.keyboard.press("Enter");
    };
    const confirm = async () => {
      await expect(app.slot("review-confirm")).toBeEnabled();
      await press(app.slot("review-confirm"));
      await expect(app.review).toHaveCount(0, { timeout: 60_000 });
    };
    await press(app.slot("connect"));
    await press(page.getByRole("button", { name: "Test Wallet" }));
    await expect(app.slot("account")).toBeVisible();

    await app.tabTo(app.slot("ticket-amount").locator("input"));
    await page.keyboard.type("1000");
    await app.tabTo(page.getByRole("slider", { name: "Leverage" }));
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
    await expect(app.action).toHaveAttribute("data-state", /ready|risky/);
    await press(app.action);
    await confirm();
    const row = app.position("eth-usdc", "long");
    await expect(row).toBeVisible();
    const { debt } = await chain.position("eth-usdc", "long");
    expect(debt).toBeGreaterThan(0n);

    await press(row.getByRole("button", { name: "Adjust ETH long" }));
    const dialog = page.getByRole("dialog", { name: "Adjust ETH long" });
    const add = dialog.getByRole("radio", { name: "Add" });
    await app.tabTo(dialog.getByRole("radio", { checked: true }).first());
    while (!(await add.isChecked())) await page.keyboard.press("ArrowRight");
    await app.tabTo(dialog.getByRole("textbox"));
    await page.keyboard.type("300");
    await expect(dialog.locator('[data-slot="adjust-action"]')).toBeEnabled();
    await press(dialog.locator('[data-slot="adjust-action"]'));
    await confirm();
    expect((await chain.position("eth-usdc", "long")).debt).toBeLessThan(debt);

    await press(row.getByRole("button", { name: "Close ETH long" }));
    await confirm();
    await expect(row).toHaveCount(0);
    expect((await chain.position("eth-usdc", "long")).debt).toBe(0n);
  });
});

test.describe("with a wallet that cannot sign typed data", () => {
  test.use({ typedDataUnsupported: true });

  test("an approval transaction does it", async ({ app, chain, wallet }) => {
    await app.prepare({ slug: "eth-usdc", side: "long", amount: "500", leverage: "2" });
    await app.action.click();
    await app.page.getByRole("button", { name: "Use an approval transaction instead" }).click();
    await app.confirm();
    await expect(app.position("eth-usdc", "long")).toBeVisible();
    expect(wallet.requests.filter((method) => method === "eth_sendTransaction")).toHaveLength(2);
    expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);
  });
});

test.describe("with a wallet that says nothing", () => {
  test("another way is open while it is asked, what it did is found, and each refusal can be tried again", async ({
    app,
    chain,
    page,
    wallet,
  }) => {
    await app.prepare({ slug: "eth-usdc", side: "long", amount: "500", leverage: "2" });
    await app.action.click();
    await expect(app.slot("simulation")).toHaveAttribute("data-status", "passed");
    const step = (name: string) => app.review.locator(`[data-slot="step"][data-name="${name}"]`);

    wallet.ignoreNext();
    wallet.rejectNext();
    await app.slot("review-confirm").click();
    await expect(step("permit")).toHaveAttribute("data-status", "wallet");
    await page.getByRole("button", { name: "Use an approval transaction instead" }).click();
    await expect(step("approve")).toHaveAttribute("data-status", "rejected");

    wallet.loseNextAnswer();
    wallet.rejectNext();
    await app.slot("review-confirm").click();
    await expect(step("approve")).toHaveAttribute("data-status", "wallet");
    const look = page.getByRole("button", { name: "I have confirmed it" });
    await expect(async () => {
      if (await look.isVisible()) await look.click();
      await expect(step("send")).toHaveAttribute("data-status", "rejected", { timeout: 2_000 });
    }).toPass();
    await expect(app.slot("problem")).toContainText("The allowance stays");

    await app.confirm();
    await expect(app.position("eth-usdc", "long")).toBeVisible();
    expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);
  });
});

test.describe("a position", () => {
  test("loses health when the price falls and regains it with collateral", async ({ app, chain, devnet }) => {
    await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "4" });
    const opened = await app.healthValue("eth-usdc", "long");

    await devnet.shock({ asset: "ETH", percent: -5 });
    await expect.poll(() => app.healthValue("eth-usdc", "long")).toBeLessThan(opened);
    const fallen = await app.healthValue("eth-usdc", "long");
    const debt = (await chain.position("eth-usdc", "long")).debt;

    await app.page.getByRole("button", { name: "Adjust ETH long" }).click();
    const dialog = app.page.getByRole("dialog", { name: "Adjust ETH long" });
    await dialog.getByRole("radio", { name: "Add" }).click();
    await dialog.getByRole("textbox").fill("800");
    await dialog.locator('[data-slot="adjust-action"]').click();
    await app.confirm();
    await expect.poll(() => app.healthValue("eth-usdc", "long")).toBeGreaterThan(fallen);
    expect((await chain.position("eth-usdc", "long")).debt).toBeLessThan(debt);
  });

  for (const percent of [5, -5]) {
    const outcome = percent > 0 ? "profit" : "loss";
    test(`closes with the ${outcome} that the chain pays out`, async ({ app, chain, devnet }) => {
      const before = await chain.balance("USDC");
      await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "3" });
      await devnet.shock({ asset: "ETH", percent });
      const row = app.position("eth-usdc", "long");
      const pnl = row.locator('[data-name="pnl"]').first();
      await expect(pnl).toHaveText(percent > 0 ? /\+/ : /−/);

      await app.page.getByRole("button", { name: "Close ETH long" }).click();
      await app.confirm();
      await expect(row).toHaveCount(0);
      const { collateral, debt } = await chain.position("eth-usdc", "long");
      expect([collateral, debt]).toEqual([0n, 0n]);
      const result = (await chain.balance("USDC")) - before;
      expect(percent > 0 ? result > 0n : result < 0n).toBe(true);

      await app.page.getByRole("tab", { name: "History" }).click();
      const realised = app.page.locator('[data-trade="close"] [data-name="realised"]').first();
      const shown = BigInt((await realised.getAttribute("data-value")) ?? "0");
      expect(shown, "to the unit").toBe(result);
    });
  }

  test("is liquidated by somebody else in front of its owner", async ({ app, chain, devnet }) => {
    await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "7" });
    const before = await chain.position("eth-usdc", "long");
    await devnet.shock({ asset: "ETH", percent: -9 });
    await expect(app.health("eth-usdc", "long")).toHaveAttribute("data-zone", "auction");

    await devnet.liquidate(chain.account("eth-usdc", "long"));
    await expect(app.slot("liquidation-notice").first()).toBeVisible();
    const after = await chain.position("eth-usdc", "long");
    expect(after.collateral).toBeLessThan(before.collateral);
    expect(after.debt).toBeLessThan(before.debt);
    if (after.debt > 0n) {
      await expect(app.health("eth-usdc", "long")).not.toHaveAttribute("data-zone", "auction");
    }
  });
});
