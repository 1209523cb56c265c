import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures";

const KNOWN = /^\d+$/;
const KNOWN_OR_NONE = /^(\d+|none)$/;

test("the regime and the leading figures are shown, and each says what it is", async ({ app, page }) => {
  await app.risk();
  await expect(app.slot("regime")).toHaveAttribute("data-regime", /^(calm|elevated|stress|halt)$/);
  await expect(app.slot("regime").locator('[aria-current="true"]')).toHaveCount(1);
  for (const name of ["volatility", "leverage", "depth"])
    await expect(app.figure(name)).toHaveAttribute("data-value", KNOWN);
  for (const name of ["coverage", "reached", "exposure"])
    await expect(app.figure(name)).toHaveAttribute("data-value", KNOWN_OR_NONE);
  await page.getByRole("button", { name: "Forecast volatility" }).click();
  await expect(page.getByRole("dialog", { name: "About: Forecast volatility" })).toContainText("24 hours");
});

test("the charts can be read as tables, and by key", async ({ app, page }) => {
  await app.risk();
  const map = app.riskPanel("map");
  await expect(app.slot("map-chart", map)).toHaveAttribute("data-bars", /^[1-9]\d*$/);
  await map.getByRole("button", { name: "Show as table" }).press("Enter");
  const rows = app.slot("map-table", map).locator("tbody tr");
  expect(await rows.count()).toBeGreaterThan(0);
  await expect(rows.first()).toContainText("$");
  await map.getByRole("button", { name: "Show as chart" }).press("Enter");
  await expect(app.slot("map-chart", map)).toBeVisible();

  const volatility = app.riskPanel("volatility");
  await volatility.getByRole("button", { name: "Show as table" }).click();
  await expect(app.slot("volatility-table", volatility).locator("tbody tr").first()).toContainText("%");
  await expect(page.getByRole("table", { name: "Price sources by asset" })).toContainText("Live");
});

test("the address keeps the market", async ({ app, page }) => {
  await app.risk();
  await page.getByRole("radio", { name: "BTC/USDC" }).click();
  await expect(page).toHaveURL(/market=btc-usdc/);
  await expect(app.riskPanel("depth").getByRole("heading")).toHaveText("Depth of BTC");
  await page.reload();
  await expect(page.getByRole("radio", { name: "BTC/USDC" })).toBeChecked();
});

test("a shock raises the forecast and lowers the maximum leverage", async ({ app, page, devnet }) => {
  await app.trade("eth-usdc");
  await expect.poll(() => app.forecast()).toBeGreaterThan(0);
  const [forecast, limit] = [await app.forecast(), await app.leverageLimit()];
  await page.getByRole("button", { name: "−20 %" }).click();
  await expect.poll(async () => devnet.price("ETH")).toBeLessThan(2_600n * 10n ** 8n);
  await devnet.sampleRisk();
  await expect.poll(() => app.forecast(), { timeout: 30_000 }).toBeGreaterThan(forecast);
  await expect.poll(() => app.leverageLimit(), { timeout: 30_000 }).toBeLessThan(limit);
  await expect(app.slot("leverage-reason")).toHaveAttribute("data-bound", /^(volatility|depth|closed)$/);

  await page.getByRole("link", { name: "Risk" }).click();
  await expect
    .poll(async () => Number(await app.figure("volatility").getAttribute("data-value")) / 1e16)
    .toBeGreaterThan(forecast);
});

test("the regime of the market bar leads to its measures", async ({ app, page }) => {
  await app.trade("eth-usdc");
  const chip = app.slot("regime-chip");
  await chip.getByRole("button").click();
  await page.getByRole("link", { name: "See all measures" }).click();
  await expect(page).toHaveURL(/\/risk\?market=eth-usdc/);
  await expect(app.slot("risk")).toHaveAttribute("data-status", "ok");
});

test("all reads of a block are one request", async ({ app, devnet, page }) => {
  await app.risk();
  const origin = new URL(devnet.rpcUrl).origin;
  const isCall = (url: string, body: string | null) =>
    new URL(url).origin === origin && (body ?? "").includes("eth_call");
  let reads = 0;
  page.on("request", (request) => {
    if (isCall(request.url(), request.postData())) reads += 1;
  });
  const before = (await devnet.chainTime()).blockNumber;
  for (let block = 0; block < 5; block += 1) {
    const seen = page.waitForRequest((request) => isCall(request.url(), request.postData()));
    await devnet.mine();
    await seen;
  }
  expect(reads).toBeLessThanOrEqual(Number((await devnet.chainTime()).blockNumber - before));
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("everything is in one column and nothing is wider than the screen", async ({ app, page }) => {
    await app.risk();
    for (const panel of ["volatility", "oracles", "map", "coverage", "correlation", "depth"])
      await expect(app.riskPanel(panel)).toBeVisible();
    await expect(app.slot("map-chart")).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

for (const theme of ["dark", "light"] as const)
  test(`passes axe in the ${theme} theme, as charts and as tables`, async ({ app, page }) => {
    // axe walks every bar of both charts
    test.slow();
    await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
    await app.risk();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(app.slot("volatility-chart")).toBeVisible();
    const violations = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
      );
    expect(await violations()).toEqual([]);
    for (const panel of ["volatility", "map"])
      await app.riskPanel(panel).getByRole("button", { name: "Show as table" }).click();
    expect(await violations()).toEqual([]);
  });
