import { expect, test } from "../support/fixtures";

test("a position is brought to another leverage in one transaction, down and up", async ({
  app,
  chain,
  page,
  wallet,
}) => {
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "2000", leverage: "3" });
  const before = await chain.position("eth-usdc", "long");
  const bring = async (key: string, presses: number) => {
    await page.getByRole("button", { name: "Adjust ETH long" }).click();
    const dialog = page.getByRole("dialog", { name: "Adjust ETH long" });
    await dialog.getByRole("radio", { name: "Leverage" }).click();
    await dialog.getByRole("slider", { name: "Leverage of the position" }).focus();
    for (let press = 0; press < presses; press += 1) await page.keyboard.press(key);
    await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
    await app.slot("adjust-action").click();
    const sent = wallet.requests.filter((method) => method === "eth_sendTransaction").length;
    await app.confirm();
    expect(wallet.requests.filter((method) => method === "eth_sendTransaction").length).toBe(sent + 1);
    return chain.position("eth-usdc", "long");
  };
  const lower = await bring("ArrowLeft", 10);
  expect(lower.debt).toBeLessThan(before.debt);
  expect(lower.collateral).toBeLessThan(before.collateral);
  const higher = await bring("ArrowRight", 5);
  expect(higher.debt).toBeGreaterThan(lower.debt);
  await expect(app.position("eth-usdc", "long").locator('[data-name="leverage"]').first()).toHaveText(
    /^2\.5×$/,
  );
});

test("a position is opened by its size, and by its liquidation price", async ({ app, chain, page }) => {
  await app.visit("/trade/eth-usdc");
  await app.connect();
  await page.getByRole("textbox", { name: "Collateral" }).fill("1000");
  await page.getByRole("radio", { name: "Size", exact: true }).click();
  await page.getByRole("textbox", { name: "Size of the whole position" }).fill("0.1");
  await expect(app.slot("aim")).toContainText("With this collateral it is at least");
  await expect(app.slot("ticket-action")).toHaveText("Check the size");
  await page.getByRole("textbox", { name: "Size of the whole position" }).fill("0.75");
  await app.slot("ticket-action").click();
  await app.confirm();
  const bySize = await chain.position("eth-usdc", "long");
  // at least what was asked for, less the slippage that the review had named
  expect(Number(bySize.collateral) / 1e18).toBeGreaterThan(0.74);
  expect(Number(bySize.collateral) / 1e18).toBeLessThan(0.755);

  await page.getByRole("radio", { name: "Short", exact: true }).click();
  await page.getByRole("textbox", { name: "Collateral" }).fill("1000");
  await page.getByRole("radio", { name: "Liquidation", exact: true }).click();
  await page.getByRole("textbox", { name: "Liquidation price" }).fill("2000");
  await expect(app.slot("aim")).toContainText("A short is liquidated above the price of now");
  await page.getByRole("textbox", { name: "Liquidation price" }).fill("4000");
  await expect(app.slot("ticket-preview").locator('[data-name="liquidation"]')).toContainText("4,000.0");
  await app.slot("ticket-action").click();
  await app.confirm();
  const row = app.position("eth-usdc", "short").locator('[data-name="liquidation"]').first();
  await expect(row).toHaveText(/^(3,99\d|4,00\d)\./);
});
