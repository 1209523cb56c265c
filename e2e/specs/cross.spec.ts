import type { App } from "../support/app";
import { expect, test } from "../support/fixtures";

const DRIFT = 10n ** 12n;

const row = (app: App, symbol: string, side = "long") =>
  app.page.locator(`[data-position="cross:${symbol}:${side}"]`);

const healthIn = async (app: App, symbol: string) =>
  BigInt((await app.slot("health", row(app, symbol)).getAttribute("data-value")) ?? "0");

const close = async (app: App, name: string) => {
  await app.page.getByRole("button", { name: `Close ${name}` }).click();
  await app.confirm();
};

test("two positions of one cross account share its collateral and its health, and each closes on its own", async ({
  app,
  chain,
  page,
  wallet,
}) => {
  const account = chain.crossAccount();
  await app.trade("eth-usdc", "?side=long&leverage=2&margin=cross");
  await app.connect();
  await expect(page.getByRole("radio", { name: "Cross" })).toBeChecked();
  await app.slot("ticket-amount").locator("input").fill("3000");
  await expect(app.action).toHaveAttribute("data-state", "ready");
  await app.action.click();
  await app.confirm();
  await expect(row(app, "ETH")).toContainText("Cross");
  const first = await chain.holdings(account);
  expect(first.collateral[1]).toBeGreaterThan(0n);
  expect(first.debt[0]).toBeGreaterThan(0n);

  // BTC in the same account, chosen by keyboard; nothing more is paid in
  await app.trade("btc-usdc", "?side=long&leverage=1");
  await expect(row(app, "ETH")).toBeVisible();
  await page.getByRole("radio", { name: "Isolated" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(app.ticket).toHaveAttribute("data-margin", "cross");
  await expect(page).toHaveURL(/margin=cross/);
  await expect(app.action).toHaveText(/open 0\.\d+\sBTC long/);
  await expect(app.action).toHaveAttribute("data-state", "ready");
  const paid = await chain.balance("USDC");
  await app.action.click();
  await app.confirm();
  await expect(row(app, "BTC")).toBeVisible();
  await expect(row(app, "ETH")).toBeVisible();
  expect(await chain.balance("USDC")).toBe(paid);

  const both = await chain.holdings(account);
  expect(both.collateral[1]).toBe(first.collateral[1]);
  const btc = both.collateral[2] ?? 0n;
  expect(btc).toBeGreaterThan(0n);
  const shown = row(app, "BTC").locator('[data-name="size"]').first();
  await expect(shown).toHaveAttribute("data-value", `${btc}`);
  const health = (await chain.healthOf(account)) ?? 0n;
  const [ofEth, ofBtc] = [await healthIn(app, "ETH"), await healthIn(app, "BTC")];
  expect(ofEth).toBe(ofBtc);
  const drift = ofEth - health;
  expect(drift < 0n ? -drift : drift).toBeLessThan(DRIFT);

  // a short of it cannot stand in the same account, and the button says what to do
  await page.getByRole("radio", { name: "Short", exact: true }).click();
  await app.slot("ticket-amount").locator("input").fill("100");
  await expect(app.action).toHaveText("Close the BTC long first");

  await page.getByRole("button", { name: "Close BTC long" }).click();
  await expect(app.review).toContainText("Other positions of the cross account stay open");
  await app.confirm();
  await expect(row(app, "BTC")).toHaveCount(0);
  const left = await chain.holdings(account);
  expect(left.collateral[2]).toBe(0n);
  expect(left.collateral[1]).toBe(first.collateral[1]);
  expect(left.debt[0]).toBeLessThan(both.debt[0] ?? 0n);

  await close(app, "ETH long");
  await expect(row(app, "ETH")).toHaveCount(0);
  const { collateral, debt } = await chain.holdings(account);
  expect([...collateral, ...debt].every((amount) => amount === 0n)).toBe(true);
  expect(await chain.balance("USDC")).toBeGreaterThan(paid);
  expect(wallet.requests.filter((method) => method === "eth_sendTransaction")).toHaveLength(4);
});

test("shorts share an account as well, and one of them is bought back whole", async ({
  app,
  chain,
  page,
}) => {
  const account = chain.crossAccount();
  await app.trade("eth-usdc", "?side=short&leverage=1&margin=cross");
  await app.connect();
  await app.slot("ticket-amount").locator("input").fill("3000");
  await expect(app.action).toHaveAttribute("data-state", "ready");
  await app.action.click();
  await app.confirm();
  await app.trade("btc-usdc", "?side=short&leverage=0.5&margin=cross");
  await expect(app.action).toHaveText(/open 0\.\d+\sBTC short/);
  await expect(app.action).toHaveAttribute("data-state", "ready");
  await app.action.click();
  await app.confirm();
  await expect(row(app, "BTC", "short")).toBeVisible();

  await close(app, "BTC short");
  await expect(row(app, "BTC", "short")).toHaveCount(0);
  expect((await chain.holdings(account)).debt[2]).toBe(0n);
  await page.getByRole("button", { name: "Adjust ETH short" }).click();
  const dialog = page.getByRole("dialog", { name: "Adjust ETH short" });
  await dialog.getByRole("radio", { name: "Reduce", exact: true }).click();
  await dialog.getByRole("button", { name: "50" }).click();
  await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
  await page.keyboard.press("Escape");
  await close(app, "ETH short");
  const { collateral, debt } = await chain.holdings(account);
  expect([...collateral, ...debt].every((amount) => amount === 0n)).toBe(true);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the margin is chosen in the ticket, and nothing is wider than the screen", async ({ app, page }) => {
    await app.visit("/trade/eth-usdc");
    await app.slot("phone-trade-bar").getByRole("button", { name: "Long" }).tap();
    await page.getByRole("radio", { name: "Cross" }).tap();
    await expect(app.ticket).toHaveAttribute("data-margin", "cross");
    await expect(page).toHaveURL(/margin=cross/);
    await page.getByRole("button", { name: "Margin" }).tap();
    await expect(page.getByRole("dialog").last()).toContainText("one liquidation can take all of it");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
