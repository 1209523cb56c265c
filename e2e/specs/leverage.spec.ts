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
