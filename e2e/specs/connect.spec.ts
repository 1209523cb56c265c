import { expect, test } from "../support/fixtures";

test.describe("connecting", () => {
  test("a wallet that announces itself connects and stays over a reload", async ({ app, wallet }) => {
    await app.trade("eth-usdc");
    await app.connect();
    await expect(app.page.locator("header").getByText(wallet.account.address.slice(0, 6))).toBeVisible();
    await app.page.reload();
    await expect(app.page.locator("header").getByText(wallet.account.address.slice(0, 6))).toBeVisible();
  });

  test("a refusal leaves the page as it was", async ({ app, wallet }) => {
    await app.trade("eth-usdc");
    wallet.rejectNext();
    await app.page.getByRole("button", { name: "Connect wallet" }).first().click();
    await app.page.getByRole("button", { name: "Test Wallet" }).click();
    await expect
      .poll(() => wallet.requests.filter((method) => method !== "eth_accounts").length)
      .toBeGreaterThan(0);
    await app.page.keyboard.press("Escape");
    await expect(app.page.getByRole("button", { name: "Connect wallet" }).first()).toBeVisible();
    await expect(app.action).toHaveAttribute("data-state", "connect");
  });
});

test("on another network reading goes on, and one button switches back", async ({ app, page, wallet }) => {
  await app.trade("eth-usdc");
  await app.connect();
  await wallet.moveTo(page, 1);
  await app.slot("ticket-amount").locator("input").fill("1000");
  await expect(app.action).toHaveAttribute("data-state", "switch");
  await expect(app.leverage).toHaveAttribute("data-value", /^\d+$/);
  await app.action.click();
  await expect(app.action).toHaveAttribute("data-state", /ready|risky/);
  expect(wallet.chain).toBe(31_337);
});
