import { expect, test } from "../support/fixtures";

const RESERVE = "eth-usdc:USDC";

test("supplies and withdraws, and the shares follow", async ({ app, chain }) => {
  await app.visit("/earn");
  await app.connect();
  const before = await chain.balance("USDC");
  expect(await chain.shares("eth-usdc", "USDC")).toBe(0n);

  await app
    .reserve(RESERVE)
    .getByRole("button", { name: /^Supply USDC/ })
    .click();
  await app.page.getByRole("dialog").getByRole("textbox", { name: "Amount" }).fill("2500");
  await app.slot("earn-action").click();
  await app.confirm();
  expect(await chain.shares("eth-usdc", "USDC")).toBeGreaterThan(0n);
  expect(before - (await chain.balance("USDC"))).toBe(2_500n * 10n ** 6n);
  await expect(app.reserve(RESERVE).locator('[data-name="yours"]').first()).toHaveText(/2,(499\.99|500)/);

  await app
    .reserve(RESERVE)
    .getByRole("button", { name: /^Withdraw USDC/ })
    .click();
  await app.page.getByRole("dialog").getByRole("button", { name: "Max" }).click();
  await app.slot("earn-action").click();
  await app.confirm();
  expect(await chain.shares("eth-usdc", "USDC")).toBe(0n);
  expect(before - (await chain.balance("USDC"))).toBeLessThan(2n);
});

test("rates and utilisation are shown without a wallet", async ({ app }) => {
  await app.visit("/earn");
  for (const name of ["supplied", "utilisation", "borrowRate", "supplyRate", "cash"])
    await expect(app.reserve(RESERVE).locator(`[data-name="${name}"]`).first()).not.toHaveAttribute(
      "data-value",
      "unknown",
    );
});
