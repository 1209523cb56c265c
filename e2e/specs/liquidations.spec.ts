import AxeBuilder from "@axe-core/playwright";
import { backgroundTraders, type Devnet } from "@gimbal/devnet";
import type { App } from "../support/app";
import type { Chain } from "../support/chain";
import { expect, test } from "../support/fixtures";

const WAD = 10n ** 18n;
const USDC = 10n ** 6n;
/** The most levered trader of the seed: a fall of 9 % makes its long unhealthy, and leaves it solvent. */
const levered = backgroundTraders[1]?.address ?? "0x";
const FALL = -9;

/** The most levered trader is in auction, seen by somebody with money. */
async function withAuction(app: App, chain: Chain, devnet: Devnet) {
  await devnet.mint("USDC", chain.trader, 100_000n * 10n ** 6n);
  await devnet.shock({ asset: "ETH", percent: FALL });
  await app.liquidations();
  await app.connect();
  const account = chain.account("eth-usdc", "long", levered);
  const card = app.auction(account);
  await expect(card).toBeVisible();
  return { account, card };
}

test("a bid from the browser brings an account in auction back to its target", async ({
  app,
  chain,
  devnet,
  page,
}) => {
  const { account, card } = await withAuction(app, chain, devnet);
  expect((await chain.health("eth-usdc", "long", levered)) ?? WAD).toBeLessThan(WAD);
  await expect(card.locator('[data-name="discount"]')).toHaveAttribute("data-value", "0");

  await card.getByRole("button", { name: /^Start the auction/ }).click();
  await app.confirm();
  expect((await chain.auction(account)).startedAt).toBeGreaterThan(0);
  await devnet.elapse(49);
  await expect(card.locator('[data-name="discount"]')).not.toHaveAttribute("data-value", "0");

  const before = await chain.balance("ETH");
  await app.slot("take", card).click();
  await expect(app.slot("review").locator('[data-name="maxPrice"]')).toHaveAttribute("data-value", /^\d+$/);
  await app.confirm();
  expect((await chain.health("eth-usdc", "long", levered)) ?? 0n).toBeGreaterThan((103n * WAD) / 100n);
  expect(await chain.balance("ETH")).toBeGreaterThan(before);
  await expect(card).toHaveCount(0);
  await expect(page.locator(`[data-close="auction"][data-account="${account}"]`)).toBeVisible({
    timeout: 20_000,
  });
});

test("a part of an auction is repaid from the browser, and the rest stays in auction", async ({
  app,
  chain,
  devnet,
  page,
}) => {
  const { account, card } = await withAuction(app, chain, devnet);
  await card.getByRole("button", { name: /^Start the auction/ }).click();
  await app.confirm();
  await devnet.elapse(49);
  const owed = () => chain.position("eth-usdc", "long", levered).then(({ debt }) => debt);
  const before = await owed();

  await app.slot("take-part", card).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Debt to repay" }).fill("2000");
  await app.slot("part-action").click();
  await app.confirm();
  const closed = before - (await owed());
  expect(closed).toBeLessThanOrEqual(2_000n * USDC);
  expect(closed).toBeGreaterThan(1_999n * USDC);
  expect((await chain.auction(account)).startedAt).toBeGreaterThan(0);
  await expect(card).toBeVisible();

  await app.slot("take-part", card).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Debt to repay" }).fill("3000");
  await dialog.getByRole("radio", { name: "Flash swap" }).click();
  const wallet = await chain.balance("USDC");
  await app.slot("part-action").click();
  await app.confirm();
  expect(await chain.balance("USDC")).toBeGreaterThan(wallet);
  expect(before - (await owed())).toBeGreaterThan(4_998n * USDC);
});

test("a bid whose price is gone says why, and nothing is spent", async ({ app, chain, devnet, page }) => {
  const { card } = await withAuction(app, chain, devnet);
  await app.slot("take", card).click();
  await expect(app.slot("review-confirm")).toBeVisible();
  const before = await chain.balance("USDC");
  await devnet.liquidate(chain.account("eth-usdc", "long", levered));
  await expect(app.slot("review-confirm")).toBeDisabled();
  await expect(page.getByRole("dialog")).toContainText(/healthy|can be taken/);
  expect(await chain.balance("USDC")).toBe(before);
});

test("soft closing is chosen with the position, and changed later", async ({ app, chain, page }) => {
  await app.prepare({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "3" });
  await app.slot("soft-zone-choice").getByRole("switch", { name: "Soft closing" }).click();
  await app.action.click();
  await app.confirm();
  const account = chain.account("eth-usdc", "long");
  expect((await chain.auction(account)).softZone).toBe(true);

  await page.getByRole("button", { name: "Adjust ETH long" }).click();
  const setting = app.slot("soft-zone-setting");
  await expect(setting).toHaveAttribute("data-on", "true");
  await setting.getByRole("switch", { name: "Soft closing" }).click();
  await app.confirm();
  expect((await chain.auction(account)).softZone).toBe(false);
});

test("taking part in netting is one switch, on and off", async ({ app, chain, page }) => {
  await app.openPosition({ slug: "eth-usdc", side: "short", amount: "1000", leverage: "3" });
  const account = chain.account("eth-usdc", "short");
  for (const on of [true, false]) {
    await page.getByRole("button", { name: "Adjust ETH short" }).click();
    const setting = app.slot("nettable-setting");
    await expect(setting).toHaveAttribute("data-on", `${!on}`);
    await setting.getByRole("switch", { name: "Netting" }).click();
    await app.confirm();
    expect((await chain.auction(account)).nettable).toBe(on);
  }
});

test("one press adds what stops the auction of one's own position", async ({ app, chain, devnet, page }) => {
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "7" });
  await devnet.shock({ asset: "ETH", percent: FALL });
  const notice = app.slot("danger-notice").first();
  await expect(notice).toHaveAttribute("data-zone", "auction");
  await expect(notice).toContainText(
    /ETH\slong is in auction\.\s*Adding .*\sUSDC brings health to .* and stops it/,
  );
  await app.slot("rescue-add", notice).click();
  await app.confirm();
  expect((await chain.health("eth-usdc", "long")) ?? 0n).toBeGreaterThanOrEqual((105n * WAD) / 100n);
  await expect(page.locator('[data-slot="danger-notice"]')).toHaveCount(0);
});

test("all reads of a block are one request", async ({ app, devnet, page }) => {
  await app.liquidations();
  const origin = new URL(devnet.rpcUrl).origin;
  const isBlockRead = (url: string, body: string | null) =>
    new URL(url).origin === origin && (body ?? "").includes("eth_call");
  let reads = 0;
  page.on("request", (request) => {
    if (isBlockRead(request.url(), request.postData())) reads += 1;
  });
  const started = (await devnet.chainTime()).blockNumber;
  for (let block = 0; block < 5; block += 1) {
    const seen = page.waitForRequest((request) => isBlockRead(request.url(), request.postData()));
    await devnet.mine();
    await seen;
  }
  // one more for the accounts that are looked for every ten seconds
  expect(reads).toBeLessThanOrEqual(Number((await devnet.chainTime()).blockNumber - started) + 1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("everything is in one column and nothing is wider than the screen", async ({ app, devnet, page }) => {
    await devnet.shock({ asset: "ETH", percent: FALL });
    await app.liquidations();
    await expect(app.slot("auction").first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

for (const theme of ["dark", "light"] as const)
  test(`passes axe in the ${theme} theme, with an auction`, async ({ app, devnet, page }) => {
    await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
    await devnet.shock({ asset: "ETH", percent: FALL });
    await app.liquidations();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(app.slot("auction").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
      [],
    );
  });
