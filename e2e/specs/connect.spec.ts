import type { LocalAccount } from "viem";
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

test("another account in the wallet closes the review, and the page is about that one", async ({
  app,
  devnet,
  page,
  wallet,
}) => {
  await app.prepare({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "2" });
  await app.action.click();
  await expect(app.review).toBeVisible();
  const other = devnet.accounts.traders[1] as LocalAccount;
  await wallet.use(page, other);
  await expect(app.review).toHaveCount(0);
  await expect(page.locator("header").getByText(other.address.slice(0, 6))).toBeVisible();
  expect(wallet.requests).not.toContain("eth_sendTransaction");
});

test("the faucet pays the connected account", async ({ app, chain }) => {
  await app.trade("eth-usdc");
  await app.connect();
  const before = await chain.balance("USDC");
  await app.slot("demo-bar").getByRole("button", { name: "Get 10,000 USDC" }).click();
  await expect.poll(() => chain.balance("USDC")).toBe(before + 10_000n * 10n ** 6n);
});

test("a browser that keeps nothing connects and prepares a trade all the same", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await app.prepare({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "2" });
});
