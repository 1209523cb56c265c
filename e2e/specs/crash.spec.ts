import { backgroundTraders } from "@gimbal/devnet";
import { expect, test } from "../support/fixtures";

/** The most levered trader of the seed, long ETH at seven times: a fall of 40 % takes more than all of its equity. */
const levered = backgroundTraders[1]?.address ?? "0x";
/** Dollars of one unit of USDC [wad]. */
const USD = 10n ** 12n;

test("a fall of 40 % without liquidity ends with every lender whole, and the page says who paid", async ({
  app,
  chain,
  devnet,
  page,
}) => {
  await app.visit("/earn");
  await expect(app.waterfall.getByRole("heading", { name: "Lenders are whole" })).toBeVisible();
  const before = await chain.claims();
  const shown = new Map<string, bigint>();
  for (const id of before.keys()) shown.set(id, await app.supplied(id));
  const account = chain.account("eth-usdc", "long", levered);
  const { debt } = await chain.position("eth-usdc", "long", levered);
  expect(debt).toBeGreaterThan(0n);

  const bar = app.slot("demo-bar");
  await bar.getByRole("button", { name: "Pull liquidity of the ETH pool" }).click();
  await expect(app.slot("pool-liquidity")).toHaveAttribute("data-side", "out");
  expect(await devnet.liquidity("ETH")).toBe("out");
  const price = await devnet.price("ETH");
  await bar.getByRole("group", { name: "Shock ETH" }).getByRole("button", { name: "−40 %" }).click();
  await expect.poll(() => devnet.price("ETH")).toBe((price * 60n) / 100n);

  await app.liquidations();
  await expect(app.auction(account)).toBeVisible();
  // the keeper starts auctions at its first look and closes at its second, as it does every few seconds in the demo
  await devnet.keep();
  await devnet.keep();
  await expect(app.slot("auction")).toHaveCount(0);
  await expect(app.waterfall.getByRole("heading", { name: "Lenders are whole" })).toBeVisible();

  const paid = await chain.paid();
  expect(paid.lenders).toBe(0n);
  for (const payer of ["takers", "netting", "backstop", "insurance", "cover"])
    expect(paid[payer], payer).toBeGreaterThan(0n);
  const sum = Object.values(paid).reduce((total, part) => total + part, 0n);
  // interest since
  expect(sum).toBeGreaterThanOrEqual(debt);
  for (const [payer, amount] of Object.entries(paid))
    await expect(app.waterfall.locator(`[data-name="${payer}"]`)).toHaveAttribute(
      "data-value",
      `${amount * USD}`,
      { timeout: 20_000 },
    );
  await expect(page.locator('[data-close="backstop"]').first()).toBeVisible();

  await app.visit("/earn");
  await expect(app.waterfall).toHaveAttribute("data-whole", "true");
  for (const [id, { owed, perShare }] of await chain.claims()) {
    expect(perShare, id).toBeGreaterThanOrEqual(before.get(id)?.perShare ?? 0n);
    expect(owed, id).toBeGreaterThanOrEqual(before.get(id)?.owed ?? 0n);
    expect(await app.supplied(id), id).toBeGreaterThanOrEqual(shown.get(id) ?? 0n);
  }

  await bar.getByRole("button", { name: "Restore liquidity of the ETH pool" }).click();
  await expect(app.slot("pool-liquidity")).toHaveAttribute("data-side", "in");
});
