import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures";

const PAGES = ["/trade/eth-usdc", "/earn", "/debug", "/nowhere"] as const;

for (const path of PAGES)
  for (const theme of ["dark", "light"] as const)
    test(`${path} passes axe in the ${theme} theme`, async ({ app, page }) => {
      await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await expect(app.slot("block-number")).toHaveAttribute("data-status", "ok");
      if (path === "/earn") await expect(app.reserve("eth-usdc:USDC")).toBeVisible();
      if (path === "/debug") await expect(page.locator('[data-oracle="ETH"]')).toBeVisible();
      if (path === "/nowhere") await expect(page.getByText("No such page")).toBeVisible();
      if (path.startsWith("/trade")) await expect(app.leverage).toHaveAttribute("data-value", /^\d+$/);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
        [],
      );
    });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a position is opened from the sheet", async ({ app, chain, page }) => {
    await app.visit("/trade/eth-usdc");
    await page.getByRole("button", { name: "Connect wallet" }).first().click();
    await page.getByRole("button", { name: "Test Wallet" }).click();
    await page.getByRole("button", { name: /^Long/ }).last().click();
    await app.slot("ticket-amount").locator("input").fill("700");
    await expect(app.action).toHaveAttribute("data-state", /ready|risky/);
    await app.action.click();
    await app.confirm();
    await expect(app.position("eth-usdc", "long")).toBeVisible();
    expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe("with the demo wallet", () => {
  test("the approve dialog shows the action, and refusing sends nothing", async ({ app, chain, page }) => {
    await app.trade("eth-usdc");
    await page.getByRole("button", { name: "Connect demo wallet" }).first().click();
    await page.getByText("Trader 1").click();
    await app.slot("ticket-amount").locator("input").fill("500");
    await expect(app.action).toHaveAttribute("data-state", /ready|risky/);
    await app.action.click();
    await app.slot("review-confirm").click();
    await page.getByRole("button", { name: "Reject" }).click();
    await expect(app.slot("problem")).toHaveAttribute("data-kind", "rejected");
    expect((await chain.position("eth-usdc", "long")).debt).toBe(0n);
  });

  test("a shock from the demo bar lowers the price and the health", async ({ app, devnet, page }) => {
    await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "3" });
    const before = await app.healthValue("eth-usdc", "long");
    const price = await devnet.price("ETH");
    await page.getByRole("button", { name: /−5 %/ }).click();
    await expect.poll(() => app.healthValue("eth-usdc", "long")).toBeLessThan(before);
    expect(await devnet.price("ETH")).toBeLessThan(price);
  });
});
