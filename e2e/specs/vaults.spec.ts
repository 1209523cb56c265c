import AxeBuilder from "@axe-core/playwright";
import type { App } from "../support/app";
import { expect, test } from "../support/fixtures";

const RESERVE = "eth-usdc:USDC";
const USDC = 10n ** 6n;

/** Figure of the vault on screen, exact. */
const figure = (app: App, name: string) =>
  app.slot("vault-figures", app.vault(RESERVE)).locator(`[data-name="${name}"]`);

async function deposit(app: App, amount: string) {
  await app
    .vault(RESERVE)
    .getByRole("button", { name: /^Deposit USDC/ })
    .click();
  await app.page.getByRole("dialog").getByRole("textbox", { name: "Amount" }).fill(amount);
  await expect(app.slot("vault-action")).toHaveAttribute("data-state", "ready");
  await app.slot("vault-action").click();
}

test("tokens become shares with the value the vault tells, and every share comes back", async ({
  app,
  chain,
  page,
  wallet,
}) => {
  await app.visit("/earn");
  await app.connect();
  const before = await chain.balance("USDC");
  await deposit(app, "2500");
  await expect(app.review.locator('[data-name="call"]')).toHaveText(/^deposit 2,500\.00/);
  await expect(app.review.locator('[data-name="receiver"]')).toHaveText(/^you, 0x/);
  await app.confirm();
  expect(before - (await chain.balance("USDC"))).toBe(2_500n * USDC);
  // an allowance of exactly the amount, and the deposit: nothing is left of it
  expect(wallet.requests.filter((method) => method === "eth_sendTransaction")).toHaveLength(2);

  const told = await chain.vault("eth-usdc", "USDC");
  expect(told.shares).toBeGreaterThan(0n);
  await expect(figure(app, "stake")).toHaveAttribute("data-value", told.worth.toString());
  await expect(figure(app, "sharePrice")).toHaveAttribute("data-value", told.price.toString());
  await expect(app.slot("vault-address", app.vault(RESERVE))).toHaveAttribute("data-address", told.address);
  await expect(figure(app, "earned")).toHaveAttribute("data-value", /^-?\d+$/);
  await expect(app.reserve(RESERVE).locator('[data-name="asToken"]')).toHaveAttribute(
    "data-value",
    told.worth.toString(),
  );

  await app.portfolio();
  const loan = app.portfolioPanel("loans").locator(`[data-loan="${RESERVE}:vault"]`);
  await expect(loan.locator('[data-name="lent"]')).toHaveAttribute("data-value", told.worth.toString());
  expect(await app.worth("netWorth")).toBeGreaterThan(2_499n * 10n ** 18n);
  await expect(app.portfolioPanel("history").locator('[data-entry="vault-deposit"]')).toHaveCount(1);

  const course = app.portfolioPanel("worth");
  await course.getByRole("button", { name: "Show net worth over time" }).click();
  await expect(course).toHaveAttribute("data-status", "ok");
  await course.getByRole("button", { name: "Show as table" }).click();
  await expect(app.slot("worth-table", course).locator("td").first()).toHaveText(/^\$2,(499\.99|500\.00)$/);

  await app.visit("/earn");
  await app
    .vault(RESERVE)
    .getByRole("button", { name: /^Withdraw USDC/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Max" }).click();
  await app.slot("vault-action").click();
  await expect(app.review.locator('[data-name="call"]')).toHaveAttribute(
    "data-value",
    told.shares.toString(),
  );
  await app.confirm();
  expect((await chain.vault("eth-usdc", "USDC")).shares).toBe(0n);
  expect(before - (await chain.balance("USDC"))).toBeLessThan(2n);
  await expect(figure(app, "stake")).toHaveAttribute("data-value", "0");
});

test("a wallet that takes several calls as one is asked once", async ({ app, chain, wallet }) => {
  wallet.becomeAtomic();
  await app.visit("/earn");
  await app.connect();
  await deposit(app, "700");
  await app.confirm();
  expect((await chain.vault("eth-usdc", "USDC")).worth).toBeGreaterThanOrEqual(699n * USDC);
  const asked = wallet.requests.filter((method) =>
    ["wallet_sendCalls", "eth_sendTransaction", "eth_signTypedData_v4"].includes(method),
  );
  expect(asked).toEqual(["wallet_sendCalls"]);
});

test("when the reserve is lent out the page says how much can be had, and that much comes", async ({
  app,
  chain,
  page,
}) => {
  await app.visit("/earn");
  await app.connect();
  await deposit(app, "2500");
  await app.confirm();
  const left = 400n * USDC;
  await chain.drain("eth-usdc", "USDC", left);
  const banner = page.locator(`[data-shortfall="${RESERVE}"]`);
  await expect(banner).toContainText(/Only (399|400)\.\d\d\sUSDC available now/);
  await expect(banner).toContainText("as soon as borrowers pay back");

  await app
    .vault(RESERVE)
    .getByRole("button", { name: /^Withdraw USDC/ })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Amount" }).fill("1000");
  await expect(app.slot("field-note", dialog)).toContainText("the rest is lent out");
  await expect(app.slot("vault-action")).toHaveAttribute("data-state", "off");
  await dialog.getByRole("button", { name: "Use Max" }).click();
  await app.slot("vault-action").click();
  const before = await chain.balance("USDC");
  const { maxWithdraw } = await chain.vault("eth-usdc", "USDC");
  await app.confirm();
  expect((await chain.balance("USDC")) - before).toBe(maxWithdraw);
  expect((await chain.vault("eth-usdc", "USDC")).worth).toBeGreaterThan(2_000n * USDC);
  await expect(banner).toContainText("Nothing is available now");
});

test("watching shows the shares and acts on nothing", async ({ app, chain, page }) => {
  await app.visit("/earn");
  await app.connect();
  await deposit(app, "900");
  await app.confirm();
  await app.visit(`/earn?watch=${chain.trader}`);
  const { worth } = await chain.vault("eth-usdc", "USDC");
  await expect(figure(app, "stake")).toHaveAttribute("data-value", worth.toString());
  for (const name of [/^Deposit USDC/, /^Withdraw USDC/]) {
    const button = app.vault(RESERVE).getByRole("button", { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAttribute("title", /You are watching this account/);
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("who borrows, caps and losses are told without a wallet", async ({ app, page }) => {
  await app.visit("/earn");
  const borrowers = page.locator(`[data-borrowers="${RESERVE}"]`);
  const line = borrowers.locator('[data-backing="ETH"]');
  await expect(line.locator('[data-name="debt"]')).toHaveAttribute("data-value", /^[1-9]\d*$/);
  await expect(line.locator('[data-name="cover"]')).toHaveAttribute("data-value", /^[1-9]\d{18,}$/);
  for (const name of ["supplyCap", "debtCap"])
    await expect(app.slot("caps").locator(`[data-name="${name}"]`)).toHaveAttribute("data-value", /^\d+$/);
  await expect(page.locator('[data-panel="loss-history"]')).toHaveAttribute("data-rows", "0");
  await expect(figure(app, "stake")).toHaveAttribute("data-value", "unknown");
  await expect(figure(app, "sharePrice")).toHaveAttribute("data-value", /^\d+$/);
});

for (const theme of ["dark", "light"] as const)
  test(`passes axe in the ${theme} theme, with the dialog as well`, async ({ app, page }) => {
    await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
    await app.visit("/earn");
    await app.connect();
    await expect(figure(app, "sharePrice")).toBeVisible();
    await expect(page.locator(`[data-borrowers="${RESERVE}"] tbody tr`).first()).toBeVisible();
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
        [],
      );
    };
    await clean();
    await app
      .vault(RESERVE)
      .getByRole("button", { name: /^Deposit USDC/ })
      .click();
    await expect(app.slot("vault-form")).toBeVisible();
    await clean();
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the page fits, and shares are bought by keyboard", async ({ app, chain, page }) => {
    await app.visit("/earn");
    await app.connect();
    await expect(figure(app, "sharePrice")).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await app
      .vault(RESERVE)
      .getByRole("button", { name: /^Deposit USDC/ })
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("textbox", { name: "Amount" }).focus();
    await page.keyboard.type("300");
    await expect(app.slot("vault-action")).toHaveAttribute("data-state", "ready");
    await app.slot("vault-action").focus();
    await page.keyboard.press("Enter");
    await app.confirm();
    expect((await chain.vault("eth-usdc", "USDC")).shares).toBeGreaterThan(0n);
  });
});
