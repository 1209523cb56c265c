import { expect, test } from "../support/fixtures";

test("without the chain old numbers stay, signing stops, and all returns by itself", async ({
  app,
  devnet,
  page,
}) => {
  await app.trade("eth-usdc");
  await app.connect();
  const down = (url: URL) => url.origin === new URL(devnet.rpcUrl).origin;
  await page.route(down, (route) => route.abort());
  await expect(page.getByText("No connection to the chain.")).toBeVisible({ timeout: 30_000 });
  await expect(app.action).toHaveAttribute("data-state", "off");
  await page.unroute(down);
  await expect(page.getByText("No connection to the chain.")).toHaveCount(0, { timeout: 30_000 });
});

test("a stale feed pauses opening and says so", async ({ app, devnet }) => {
  await app.trade("eth-usdc");
  await app.connect();
  await devnet.elapse(7 * 86_400);
  await app.slot("ticket-amount").locator("input").fill("1000");
  await expect(app.action).toHaveAttribute("data-state", "off");
  await expect(app.ticket).toContainText(/price/i);
});

test("sources that disagree are shown", async ({ app, devnet, page }) => {
  await app.trade("eth-usdc");
  const price = await devnet.price("ETH");
  await devnet.publish("ETH", (price * 110n) / 100n);
  await expect(page.locator("header").getByText("sources differ")).toBeVisible();
});
