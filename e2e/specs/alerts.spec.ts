import { expect, test } from "../support/fixtures";

test("a rule rings when the chain makes it true, once, and stays in the activity menu", async ({
  app,
  devnet,
  page,
}) => {
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "2000", leverage: "3" });
  await app.portfolio();
  await app.slot("alerts-button").click();
  const dialog = page.getByRole("dialog", { name: "Alerts" });
  await dialog.getByLabel("Bound").fill("1.20");
  await dialog.getByRole("button", { name: "Add rule" }).click();
  await expect(app.slot("rule", dialog)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(app.slot("alerts-button")).toContainText("Alerts, 1 rule");
  await expect(app.slot("unread")).toHaveCount(0);

  await devnet.shock({ asset: "ETH", percent: -18 });
  await expect(app.slot("unread")).toBeVisible();
  await page.getByRole("button", { name: /^Activity, 1 new alert/ }).click();
  await expect(app.slot("alert")).toHaveCount(1);
  await expect(app.slot("alert")).toContainText(/ETH long: health \d\.\d\d, below 1\.20/);
  await page.keyboard.press("Escape");

  // it rings already: another block says nothing new
  await devnet.mine(2);
  await page.reload();
  await expect(app.slot("alerts-button")).toContainText("Alerts, 1 rule");
});

test("first steps are offered once", async ({ app, page }) => {
  await app.visit("/earn");
  const strip = app.slot("help-strip");
  await strip.getByRole("button", { name: "Show me" }).click();
  await expect(page.getByRole("dialog", { name: "How Gimbal works" })).toContainText("have not been audited");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(strip).toHaveCount(0);
  await page.reload();
  await expect(app.slot("block-number")).toHaveAttribute("data-status", "ok");
  await expect(strip).toHaveCount(0);
});
