import { expect, test } from "../support/fixtures";

test("a link watches an account on every page, and nothing can be signed", async ({ app, page, devnet }) => {
  // somebody whose positions the chain was seeded with
  const watched = devnet.accounts.traders[1].address;
  await app.visit(`/trade/eth-usdc?watch=${watched}`);
  await expect(app.slot("watch-banner")).toHaveAttribute("data-address", watched);
  await expect(app.action).toHaveAttribute("data-state", "off");

  for (const name of ["Portfolio", "Earn", "Risk"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`watch=${watched}`));
    await expect(app.slot("watch-banner")).toHaveAttribute("data-address", watched);
  }
  await page.getByRole("link", { name: "Earn", exact: true }).click();
  await expect(app.reserve("eth-usdc:USDC").getByRole("button", { name: /^Supply/ })).toBeDisabled();

  await page.getByRole("button", { name: "Stop watching" }).click();
  await expect(page).not.toHaveURL(/watch=/);
  await expect(app.slot("watch-banner")).toHaveCount(0);
});

test("its own position is there to read, with every action off and why", async ({ app, page, chain }) => {
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1000", leverage: "2" });
  await app.trade("eth-usdc", `?watch=${chain.trader}&side=short&leverage=3`);
  const row = app.position("eth-usdc", "long");
  await expect(row).toBeVisible();
  const adjust = row.getByRole("button", { name: "Adjust ETH long" });
  await expect(adjust).toBeDisabled();
  await expect(adjust).toHaveAttribute("title", /You are watching this account/);
  await expect(row.getByRole("button", { name: "Close ETH long" })).toBeDisabled();
  // the rest of the link still means what it says
  await expect(app.ticket).toHaveAttribute("data-side", "short");
  await page.getByRole("button", { name: "Stop watching" }).click();
  await expect(page).toHaveURL(/side=short/);
  await expect(row.getByRole("button", { name: "Adjust ETH long" })).toBeEnabled();
});

test("an address with a wrong digit watches nobody and is told apart from a short one", async ({
  app,
  page,
  chain,
}) => {
  const wrong = chain.trader.replace(/.$/, (digit) => (digit === "8" ? "9" : "8"));
  await app.visit(`/portfolio?watch=${wrong}`);
  await expect(page.getByText("This link watches nobody.")).toBeVisible();
  await expect(page.getByText(/capital letters/)).toBeVisible();
  await expect(app.slot("portfolio")).toHaveAttribute("data-status", "disconnected");

  await page.getByRole("button", { name: "Stop watching" }).click();
  await page.getByRole("button", { name: "Watch an address" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Watch an address" });
  await dialog.getByLabel("Address").fill("0x1234");
  await dialog.getByRole("button", { name: "Watch" }).click();
  await expect(dialog).toContainText("40 digits");
  await dialog.getByLabel("Address").fill(chain.trader.toLowerCase());
  await dialog.getByRole("button", { name: "Watch" }).click();
  await expect(page).toHaveURL(new RegExp(`watch=${chain.trader}`));
  await expect(app.slot("watch-banner")).toHaveAttribute("data-address", chain.trader);
});
