import type { Locator } from "@playwright/test";
import type { App } from "../support/app";
import type { Chain, Side } from "../support/chain";
import { expect, test } from "../support/fixtures";

const ETH_USDC = "eth-usdc";
const words = { long: "Long", short: "Short" } as const;

async function openFlip({ app }: { readonly app: App }, side: Side): Promise<Locator> {
  await app.page.getByRole("button", { name: `Adjust ETH ${side}` }).click();
  const dialog = app.page.getByRole("dialog", { name: `Adjust ETH ${side}` });
  await dialog.getByRole("radio", { name: "Flip" }).click();
  await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
  return dialog;
}

async function rawOf(row: Locator, name: string): Promise<bigint> {
  return BigInt((await row.locator(`[data-name="${name}"]`).first().getAttribute("data-value")) ?? "0");
}

/** The row of the side is what the engine says of the account that a position of the other side was opened in. */
async function expectRow(app: App, chain: Chain, side: Side, openedAs: Side): Promise<void> {
  const row = app.position(ETH_USDC, side);
  await expect(row).toBeVisible();
  await expect(row).toHaveAttribute("data-account", chain.account(ETH_USDC, openedAs));
  const { collateral, debt } = await chain.position(ETH_USDC, openedAs);
  const size = side === "long" ? collateral : debt;
  const drift = (await rawOf(row, "size")) - size;
  expect(drift < 0n ? -drift : drift).toBeLessThan(size / 1_000_000n);
  const health = await chain.health(ETH_USDC, openedAs);
  const healthDrift = (await app.healthValue(ETH_USDC, side)) - (health ?? 0n);
  expect(healthDrift < 0n ? -healthDrift : healthDrift).toBeLessThan(10n ** 12n);
}

test("a long becomes a short in one transaction, in its account, and the history tells both", async ({
  app,
  chain,
  page,
  wallet,
}) => {
  await app.openPosition({ slug: ETH_USDC, side: "long", amount: "2000", leverage: "3" });
  const balance = await chain.balance("USDC");
  const dialog = await openFlip({ app }, "long");
  await dialog.getByRole("slider", { name: "Leverage of the short" }).focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowLeft");
  await expect(app.slot("flip")).toHaveAttribute("data-value", "20");
  await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
  const side = dialog.locator('[data-slot="value-transition"][data-name="side"]');
  await expect(side).toContainText("Long");
  await expect(side.locator('[data-slot="after"]')).toContainText("Short");
  for (const name of ["impact", "fee", "atLeast", "realised"])
    await expect(dialog.locator(`[data-slot="value-transition"][data-name="${name}"]`)).toBeVisible();
  await app.slot("adjust-action").click();

  await expect(page.getByRole("dialog", { name: "Flip ETH long to short" })).toBeVisible();
  await expect(app.slot("effects")).toContainText("acts on this account once, in this transaction");
  const sent = () => wallet.requests.filter((method) => method === "eth_sendTransaction").length;
  const before = sent();
  await app.confirm();
  expect(sent()).toBe(before + 1);
  expect(await chain.balance("USDC")).toBe(balance);
  await expect(app.position(ETH_USDC, "long")).toHaveCount(0);
  await expectRow(app, chain, "short", "long");
  await expect(app.position(ETH_USDC, "short").locator('[data-name="leverage"]').first()).toHaveText(
    /^2\.0×$/,
  );
  expect((await chain.position(ETH_USDC, "short")).collateral).toBe(0n);

  await page.getByRole("tab", { name: "History" }).click();
  const rows = page.locator("[data-trade]");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toHaveAttribute("data-trade", "open");
  await expect(rows.nth(0)).toContainText("ETH short");
  await expect(rows.nth(1)).toHaveAttribute("data-trade", "close");
  await expect(rows.nth(1)).toContainText("ETH long");
  expect(await rows.nth(0).getAttribute("data-hash")).toBe(await rows.nth(1).getAttribute("data-hash"));
  // the costs of two sales: the close of the long lost them
  expect(await rawOf(rows.nth(1), "realised")).toBeLessThan(0n);
  await page.getByRole("tab", { name: "Positions" }).click();

  // more of the short goes to where it is, a long to the account that is free
  await app.openPosition({ slug: ETH_USDC, side: "short", amount: "300", leverage: "2" });
  await expectRow(app, chain, "short", "long");
  expect((await chain.position(ETH_USDC, "short")).collateral).toBe(0n);
  await app.openPosition({ slug: ETH_USDC, side: "long", amount: "500", leverage: "2" });
  await expectRow(app, chain, "long", "short");

  await page.getByRole("button", { name: "Close ETH short" }).click();
  await app.confirm();
  await expect(app.position(ETH_USDC, "short")).toHaveCount(0);
  expect(await chain.position(ETH_USDC, "long")).toEqual({ collateral: 0n, debt: 0n });
  await expect(app.position(ETH_USDC, "long")).toBeVisible();
});

test("on a phone, and by keyboard, a short becomes a long", async ({ app, chain, page }) => {
  await app.openPosition({ slug: ETH_USDC, side: "short", amount: "1000", leverage: "2" });
  await page.setViewportSize({ width: 390, height: 844 });
  const adjust = page.getByRole("button", { name: "Adjust ETH short" });
  await adjust.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Adjust ETH short" });
  await dialog.getByRole("radio", { name: "Add" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(dialog.getByRole("radio", { name: "Flip" })).toBeChecked();
  await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
  await expect(app.slot("adjust-action")).toHaveText(/flip to long at 2\.0×$/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await app.slot("adjust-action").focus();
  await page.keyboard.press("Enter");
  await expect(app.slot("review-confirm")).toBeEnabled();
  await expect(app.slot("review").locator('[data-name="side"]')).toContainText(words.long);
  await app.slot("review-confirm").focus();
  await page.keyboard.press("Enter");
  await expect(app.review).toHaveCount(0, { timeout: 30_000 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectRow(app, chain, "long", "short");
});

test("refusing the flip in the wallet sends nothing, and it can be tried again", async ({
  app,
  chain,
  wallet,
}) => {
  await app.openPosition({ slug: ETH_USDC, side: "long", amount: "500", leverage: "2" });
  const before = await chain.position(ETH_USDC, "long");
  await openFlip({ app }, "long");
  await app.slot("adjust-action").click();
  wallet.rejectNext();
  await app.slot("review-confirm").click();
  await expect(app.slot("problem")).toHaveAttribute("data-kind", "rejected");
  expect((await chain.position(ETH_USDC, "long")).collateral).toBe(before.collateral);
  await app.confirm();
  await expectRow(app, chain, "short", "long");
});
