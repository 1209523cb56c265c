import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { App } from "../support/app";
import { expect, test } from "../support/fixtures";

const WAD = 10n ** 18n;
const open = { slug: "eth-usdc", side: "long", amount: "2000", leverage: "3" } as const;

async function stressed(app: App, name: string): Promise<bigint> {
  const value = app.slot("stress-totals").locator(`[data-name="${name}"]`);
  await expect(value).toHaveAttribute("data-value", /^-?\d+$/);
  return BigInt((await value.getAttribute("data-value")) ?? "0");
}

test("a position and a loan make up the net worth, each with its numbers", async ({ app, chain, page }) => {
  await app.openPosition(open);
  await page.getByRole("link", { name: "Portfolio" }).click();
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "ok");
  const accounts = app.portfolioPanel("accounts").locator("[data-subaccount]");
  await expect(accounts).toHaveCount(1);
  await expect(accounts.first()).toHaveAttribute("data-subaccount", chain.account("eth-usdc", "long"));

  const worth = await app.worth("netWorth");
  expect(worth).toBeGreaterThan(1_900n * WAD);
  expect(worth).toBeLessThan(2_100n * WAD);
  expect(await app.worth("debt")).toBeGreaterThan(3_900n * WAD);
  // the pool's fee and impact, right after opening
  expect(await app.worth("result")).toBeLessThan(0n);
  const shown = await app.slot("health", accounts.first()).getAttribute("data-value");
  const real = await chain.health("eth-usdc", "long");
  expect(BigInt(shown ?? "0") - (real ?? 0n)).toBeLessThan(WAD / 1_000n);
  await expect(app.portfolioPanel("exposure").locator('[data-exposure="ETH"]')).toBeVisible();
});

test("the stress test says what the chain says after the fall", async ({ app, devnet }) => {
  await app.openPosition(open);
  await app.portfolio();
  const before = await app.worth("netWorth");
  const panel = app.portfolioPanel("stress");
  const field = panel.getByRole("textbox", { name: "ETH, percent" });
  await field.fill("-10");
  await field.press("Enter");
  await expect(panel.locator('[data-symbol="ETH"]')).toHaveAttribute("data-move", "-10");
  await expect.poll(() => stressed(app, "netWorth")).toBeLessThan(before);
  const [worth, lowest] = [await stressed(app, "netWorth"), await stressed(app, "lowest")];

  await panel.getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => stressed(app, "netWorth")).toBe(await app.worth("netWorth"));
  await devnet.shock({ asset: "ETH", percent: -10 });
  await expect.poll(() => app.worth("netWorth")).toBeLessThan(before);
  // a pool is traded to the price, not set: a thousandth is what that leaves
  const close = (a: bigint, b: bigint) => (a > b ? a - b : b - a) * 500n < a;
  await expect.poll(async () => close(await app.worth("netWorth"), worth)).toBe(true);
  await expect.poll(async () => close(await stressed(app, "lowest"), lowest)).toBe(true);
});

test("sliders answer to keys, presets set them, and the gauges tip", async ({ app, page }) => {
  await app.openPosition(open);
  await app.portfolio();
  const panel = app.portfolioPanel("stress");
  const thumb = panel.getByRole("slider", { name: "ETH price" });
  await thumb.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowLeft");
  await expect(panel.locator('[data-symbol="ETH"]')).toHaveAttribute("data-move", "-3");
  await panel.getByRole("radio", { name: "12 Mar 2020" }).click();
  await expect(panel.locator('[data-symbol="ETH"]')).toHaveAttribute("data-move", "-46");
  await expect(app.slot("stressed-account", panel).first()).toHaveAttribute("data-zone", "auction");
  await expect(app.slot("stressed-account", panel).first()).toContainText("to reach 1.05");
});

test("history is filtered, and the file has what is on screen", async ({ app, page, chain }) => {
  await app.openPosition(open);
  await app.portfolio();
  const panel = app.portfolioPanel("history");
  await expect(panel.locator('[data-entry="open"]')).toHaveCount(1);
  await panel.getByLabel("What").selectOption("liquidation");
  await expect(panel).toContainText("Nothing matches these filters.");
  await panel.getByRole("button", { name: "Clear filters" }).click();
  await panel.getByLabel("Market").selectOption("eth-usdc");
  await panel.getByLabel("Time").selectOption("day");
  await expect(panel).toHaveAttribute("data-rows", "1");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    panel.getByRole("button", { name: "Download 1 row as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^gimbal-history-0x[0-9a-f]{8}-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const [head, row] = text.replace("\uFEFF", "").trimEnd().split("\r\n");
  const fields = Object.fromEntries((head ?? "").split(",").map((name, i) => [name, row?.split(",")[i]]));
  expect(fields).toMatchObject({
    type: "open",
    side: "long",
    asset: "ETH",
    market: "eth-usdc",
    quote: "USDC",
  });
  expect(fields.account).toBe(chain.account("eth-usdc", "long"));
  expect(fields.paid_in).toBe("2000");
  expect(fields.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  expect(fields.size).toMatch(/^\d+\.\d+$/);
});

test("without the chain the numbers stay and dim; without a wallet the page says what to do", async ({
  app,
  devnet,
  page,
}) => {
  await app.visit("/portfolio");
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "disconnected");
  await expect(page.getByText("Whose portfolio?")).toBeVisible();
  await app.connect();
  await expect(page.getByText("Nothing here yet")).toBeVisible();
  const down = (url: URL) => url.origin === new URL(devnet.rpcUrl).origin;
  await page.route(down, (route) => route.abort());
  await expect(page.getByText("No connection to the chain.")).toBeVisible({ timeout: 30_000 });
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "stale");
  await page.unroute(down);
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "ok", { timeout: 30_000 });
});

for (const theme of ["dark", "light"] as const)
  test(`passes axe in the ${theme} theme`, async ({ app, page }) => {
    await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
    await app.openPosition(open);
    await app.portfolio();
    await expect(app.slot("stress-totals")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
      [],
    );
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("nothing is cut off, and everything is there", async ({ app, page, chain }) => {
    await app.portfolio(`?watch=${chain.trader}`);
    await app.slot("help-strip").getByRole("button", { name: "Skip" }).click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
  });
});
