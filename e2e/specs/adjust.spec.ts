import { expect, test } from "../support/fixtures";

test("collateral leaves a position, a half of it is sold, and Max pays back every unit of debt", async ({
  app,
  chain,
  page,
}) => {
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "2000", leverage: "2" });
  const opened = await chain.position("eth-usdc", "long");
  const adjust = async (mode: string, fill: (dialog: ReturnType<typeof page.getByRole>) => Promise<void>) => {
    await page.getByRole("button", { name: "Adjust ETH long" }).click();
    const dialog = page.getByRole("dialog", { name: "Adjust ETH long" });
    await dialog.getByRole("radio", { name: mode, exact: true }).click();
    await fill(dialog);
    await expect(app.slot("adjust-action")).toHaveAttribute("data-state", "ready");
    await app.slot("adjust-action").click();
    await app.confirm();
    return chain.position("eth-usdc", "long");
  };

  const removed = await adjust("Remove", (dialog) => dialog.getByRole("textbox").fill("0.05"));
  expect(removed.collateral).toBe(opened.collateral - 5n * 10n ** 16n);

  const halved = await adjust("Reduce", (dialog) => dialog.getByRole("button", { name: "50 %" }).click());
  const half = removed.collateral / 2n;
  expect(halved.collateral - half).toBeLessThan(half / 100n);
  expect(halved.debt).toBeLessThan(removed.debt / 2n + removed.debt / 10n);

  const repaid = await adjust("Add", (dialog) => dialog.getByRole("button", { name: "Max" }).click());
  expect(repaid).toEqual({ collateral: halved.collateral, debt: 0n });
  await expect(app.position("eth-usdc", "long").locator('[data-name="liquidation"]').first()).toHaveText(
    "None",
  );
});
