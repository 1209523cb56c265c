import { expect, test } from "../support/fixtures";

test.describe("amounts that cannot be meant", () => {
  for (const [text, words] of [
    ["0", /amount|more than 0|zero/i],
    ["1e3", /exponent|digits|number/i],
    ["-5", /minus|sign|negative|digits/i],
    ["1.1234567", /6 decimals/],
    ["999999999", /balance/i],
  ] as const) {
    test(`"${text}" is explained and cannot be sent`, async ({ app }) => {
      await app.trade("eth-usdc");
      await app.connect();
      await app.slot("ticket-amount").locator("input").fill(text);
      await expect(app.action).toHaveAttribute("data-state", "off");
      await expect(app.ticket).toContainText(words);
      await expect(app.slot("ticket-amount").locator("input")).toHaveValue(text);
    });
  }
});

test("an unknown market is a page that says so", async ({ page }) => {
  await page.goto("/trade/doge-usdc");
  await expect(page.getByText("No such page")).toBeVisible();
});

test("a deep link carries market, side and leverage", async ({ app }) => {
  await app.trade("btc-usdc", "?side=short&leverage=4");
  await expect(app.ticket).toHaveAttribute("data-side", "short");
  await expect(app.leverage).toHaveAttribute("data-value", (4n * 10n ** 18n).toString());
});

test("a leverage above the maximum is not offered", async ({ app }) => {
  await app.trade("eth-usdc", "?side=long&leverage=90");
  await app.connect();
  await app.slot("ticket-amount").locator("input").fill("1000");
  const limit = BigInt((await app.slot("limit-slider").getAttribute("data-limit")) ?? "0");
  const shown = BigInt((await app.leverage.getAttribute("data-value")) ?? "0");
  if (shown > limit * 10n ** 17n) await expect(app.action).toHaveAttribute("data-state", "off");
  await expect(app.slot("leverage-reason")).toHaveAttribute(
    "data-bound",
    /volatility|depth|cash|cap|liquidity/,
  );
});
