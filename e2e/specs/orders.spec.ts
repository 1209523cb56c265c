import type { Locator } from "@playwright/test";
import { Accounts } from "../support/accounts";
import type { App } from "../support/app";
import { test as base, expect } from "../support/fixtures";

const ETH = 10n ** 18n;
const USDC = 10n ** 6n;

const test = base.extend<{ accounts: Accounts }>({
  accounts: async ({ devnet }, use) => use(new Accounts(devnet)),
});

/** Row of a sub-account in the portfolio. */
const rowOf = (app: App, account: string) =>
  app.portfolioPanel("accounts").locator(`[data-subaccount="${account}"]`);

/** Opens the orders of a sub-account, connecting first where nobody is. */
async function ordersOf(app: App, account: string, mode?: string): Promise<Locator> {
  await rowOf(app, account).getByRole("button", { name: "Swap or move" }).click();
  const orders = app.slot("orders");
  await expect(orders).toHaveAttribute("data-account", account);
  if (mode !== undefined) await orders.getByRole("radio", { name: mode, exact: true }).click();
  return orders;
}

async function connected(app: App): Promise<void> {
  await app.visit("/portfolio");
  await app.connect();
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "ok");
}

const choose = (app: App, name: string, symbol: string) =>
  app.page
    .locator(`[data-slot="asset-choice"][data-name="${name}"]`)
    .getByRole("radio", { name: symbol })
    .click();

/** An exact number of the previews: of which account, which row, before or after. */
async function shown(app: App, side: "own" | "from" | "to", row: string, when: "before" | "after") {
  const value = app.page.locator(
    `[data-slot="account-preview"][data-side="${side}"] [data-name="${row}"] [data-slot="${when}"] [data-value]`,
  );
  await expect(value).toHaveAttribute("data-value", /^\d+$/);
  return BigInt((await value.getAttribute("data-value")) ?? "-1");
}

async function review(app: App): Promise<void> {
  const action = app.slot("order-action");
  await expect(action).toHaveAttribute("data-state", /ready|risky/);
  await action.click();
  await expect(app.review).toBeVisible();
}

const steps = (app: App) =>
  app.slot("step", app.review).evaluateAll((all) => all.map((step) => step.getAttribute("data-name")));

/** Debt grows by the second; what is held does not. */
const near = (actual: bigint, expected: bigint) => {
  const off = actual > expected ? actual - expected : expected - actual;
  expect(off).toBeLessThanOrEqual(expected / 1_000_000n + 2n);
};

test("collateral is swapped: the screen, the calldata and the chain agree", async ({ app, accounts }) => {
  await accounts.openCross(ETH / 2n, 500n * USDC);
  await connected(app);
  await ordersOf(app, accounts.cross);
  await expect(app.slot("order-action")).toHaveText("Enter an amount");
  await choose(app, "to", "BTC");
  await app.slot("order").getByRole("textbox").fill("0.2");
  await expect(app.slot("order")).toHaveAttribute("data-exact", "true");
  const costs = app.slot("order-costs");
  const least = BigInt((await costs.locator('[data-name="limit"]').getAttribute("data-value")) ?? "0");
  const expected = await shown(app, "own", "collateral-BTC", "after");
  await expect(costs.locator("[data-tone]")).toHaveAttribute("data-tone", "neutral");
  await expect(costs).toContainText("ETH → USDC → BTC");
  await review(app);
  const signed = (name: string) => app.review.locator(`[data-name="${name}"]`);
  await expect(signed("signed-amount")).toHaveAttribute("data-value", `${ETH / 5n}`);
  const limit = BigInt((await signed("signed-limit").getAttribute("data-value")) ?? "0");
  expect(limit).toBeGreaterThanOrEqual((least * 999n) / 1_000n);
  await expect(app.review).toContainText("Position router 0x");
  await app.confirm();

  const after = await accounts.amounts(accounts.cross);
  expect(after.collateral[1]).toBe((ETH * 3n) / 10n);
  expect(after.collateral[2]).toBeGreaterThanOrEqual(limit);
  near(after.collateral[2] ?? 0n, expected);
  await ordersOf(app, accounts.cross);
  expect(await shown(app, "own", "collateral-ETH", "before")).toBe(after.collateral[1]);
  expect(await shown(app, "own", "collateral-BTC", "before")).toBe(after.collateral[2]);
  near(await shown(app, "own", "debt-USDC", "before"), after.debt[0] ?? 0n);
});

test("debt is swapped as a whole after a refusal in the wallet", async ({ app, accounts, wallet }) => {
  await accounts.openCross(ETH / 2n, 500n * USDC);
  await connected(app);
  await ordersOf(app, accounts.cross, "Swap debt");
  await choose(app, "to", "LINK");
  await app.slot("order").getByRole("button", { name: "Max" }).click();
  await expect(app.slot("order")).toContainText("All of it, as much as it is when the transaction runs.");
  await review(app);
  await expect(app.review).toContainText("All USDC");
  wallet.rejectNext();
  await app.slot("review-confirm").click();
  await expect(app.slot("problem")).toHaveAttribute("data-kind", "rejected");
  expect((await accounts.amounts(accounts.cross)).debt[0]).toBeGreaterThan(0n);

  await app.confirm();
  const after = await accounts.amounts(accounts.cross);
  expect(after.debt[0]).toBe(0n);
  expect(after.debt[3]).toBeGreaterThan(0n);
  expect(after.collateral[1]).toBe(ETH / 2n);
  await ordersOf(app, accounts.cross, "Swap debt");
  near(await shown(app, "own", "debt-LINK", "before"), after.debt[3] ?? 0n);
  await expect(app.page.locator('[data-side="own"] [data-name="debt-USDC"]')).toHaveCount(0);
});

test("collateral moves to a new sub-account and back, the permission asked for once", async ({
  app,
  accounts,
  chain,
}) => {
  await accounts.openCross(ETH / 2n, 300n * USDC);
  const fresh = chain.account("eth-usdc", "long");
  await connected(app);
  const orders = await ordersOf(app, accounts.cross, "Move");
  await orders.getByRole("radio", { name: "Collateral", exact: true }).click();
  await orders.getByLabel("To", { exact: true }).selectOption({ label: "New: ETH/USDC, Isolated" });
  await app.slot("order").getByRole("textbox").fill("0.1");
  await expect(app.slot("operator")).toHaveAttribute("data-state", "off");
  expect(await shown(app, "from", "collateral-ETH", "after")).toBe((ETH * 4n) / 10n);
  expect(await shown(app, "to", "collateral-ETH", "after")).toBe(ETH / 10n);
  await expect(app.slot("order-costs")).toContainText("None");
  await review(app);
  await expect(app.review).toContainText("Account mover 0x");
  await app.slot("review-confirm").click();
  await expect.poll(() => steps(app)).toEqual(["operator", "send", "update"]);
  await expect(app.review).toHaveCount(0, { timeout: 30_000 });
  expect((await accounts.amounts(fresh)).collateral[1]).toBe(ETH / 10n);
  expect((await accounts.amounts(accounts.cross)).collateral[1]).toBe((ETH * 4n) / 10n);

  await ordersOf(app, fresh, "Move");
  await expect(app.slot("operator")).toHaveAttribute("data-state", "on");
  await app.slot("order").getByRole("button", { name: "Max" }).click();
  await app.slot("order").getByLabel("To", { exact: true }).selectOption({ label: "Cross margin" });
  await review(app);
  await app.confirm();
  expect((await accounts.amounts(fresh)).market).toBe(0);
  expect((await accounts.amounts(accounts.cross)).collateral[1]).toBe(ETH / 2n);
  await expect(rowOf(app, fresh)).toHaveCount(0);

  expect(await accounts.moverAllowed()).toBe(true);
});

test("the permission of the account mover is seen, and taken back", async ({ app, accounts }) => {
  await accounts.openCross(ETH / 2n, 0n);
  await accounts.allowMover();
  await connected(app);
  await ordersOf(app, accounts.cross, "Move");
  await expect(app.slot("operator")).toHaveAttribute("data-state", "on");
  await app.slot("operator").getByRole("button", { name: "Take back" }).click();
  await expect(app.review).toContainText("Not allowed");
  await app.confirm();
  expect(await accounts.moverAllowed()).toBe(false);
});

test("a leveraged long goes to the cross account as a whole", async ({ app, accounts, chain }) => {
  await accounts.openLong(1_500n * USDC);
  await connected(app);
  const from = chain.account("eth-usdc", "long");
  const before = await accounts.amounts(from);
  const orders = await ordersOf(app, from, "Swap collateral");
  await expect(orders).toContainText("No other asset");
  await orders.getByRole("radio", { name: "Move", exact: true }).click();
  await orders.getByLabel("To", { exact: true }).selectOption({ label: "New: Cross margin" });
  const owed = await shown(app, "to", "debt-USDC", "after");
  await review(app);
  await app.confirm();
  const after = await accounts.amounts(accounts.cross);
  expect(after.collateral[1]).toBe(before.collateral[1]);
  near(after.debt[0] ?? 0n, owed);
  expect(after.debt[0]).toBeGreaterThan(before.debt[0] ?? 0n);
  expect((await accounts.amounts(from)).market).toBe(0);
  await expect(rowOf(app, accounts.cross)).toBeVisible();
});

test("a reload in the middle of a move loses nothing: it is resumed where it stopped", async ({
  app,
  accounts,
  page,
  wallet,
}) => {
  await accounts.openCross(ETH / 2n, 300n * USDC);
  const target = accounts.spare("cross", 2);
  await connected(app);
  const orders = await ordersOf(app, accounts.cross, "Move");
  await orders.getByLabel("To", { exact: true }).selectOption({ label: "New: Cross margin (2)" });
  await review(app);
  await accounts.automine(false);
  await app.slot("review-confirm").click();
  await expect(app.slot("step", app.review).first()).toHaveAttribute("data-status", "pending");
  await page.reload();
  await accounts.mine();
  await accounts.automine(true);
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "ok");
  await expect(page.getByText("The account mover may act").first()).toBeVisible();
  const banner = app.slot("banner").filter({ hasText: "is not finished" });
  await expect(banner).toBeVisible();
  expect((await accounts.amounts(target)).market).toBe(0);

  const sent = () => wallet.requests.filter((method) => method === "eth_sendTransaction").length;
  const soFar = sent();
  await banner.getByRole("button", { name: "Continue" }).click();
  await app.confirm();
  expect(sent()).toBe(soFar + 1);
  expect((await accounts.amounts(target)).collateral[1]).toBe(ETH / 2n);
  expect((await accounts.amounts(accounts.cross)).market).toBe(0);
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(rowOf(app, target)).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("what the chain would refuse is said before it is signed", async ({ app, accounts }) => {
  await accounts.openCross(ETH / 2n, 1_100n * USDC);
  await connected(app);
  const orders = await ordersOf(app, accounts.cross, "Move");
  await orders.getByRole("radio", { name: "Collateral", exact: true }).click();
  await app.slot("order").getByRole("textbox").fill("0.4");
  await expect(app.page.locator('[data-slot="guard"][data-code="initial-margin-not-met"]')).toBeVisible();
  await expect(app.slot("order-action")).toBeDisabled();
  await orders.getByRole("button", { name: "Use Max" }).click();
  await expect(app.slot("order-action")).toBeEnabled();
});

test("who watches sees the accounts and orders nothing", async ({ app, accounts, chain }) => {
  await accounts.openCross(ETH / 2n, 0n);
  await app.portfolio(`?watch=${chain.trader}`);
  await expect(rowOf(app, accounts.cross).getByRole("button", { name: "Swap or move" })).toBeDisabled();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("every order fits and is pressed", async ({ app, accounts, page }) => {
    await accounts.openCross(ETH / 2n, 300n * USDC);
    await connected(app);
    for (const mode of ["Swap collateral", "Swap debt", "Move"]) {
      await ordersOf(app, accounts.cross, mode);
      if (mode !== "Move") await app.slot("order").getByRole("button", { name: "Max" }).click();
      await expect(app.slot("order-action")).toHaveAttribute("data-state", /ready|risky|off/);
      const wide = await app.slot("dialog").evaluate((dialog) => {
        const inner = dialog.lastElementChild as HTMLElement;
        return inner.scrollWidth - inner.clientWidth;
      });
      expect(wide, mode).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
      await expect(app.slot("orders")).toHaveCount(0);
    }
  });
});
