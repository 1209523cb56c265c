import { expect, test } from "../support/fixtures";

test("a wallet that takes several calls as one is asked once", async ({ app, chain, wallet }) => {
  wallet.becomeAtomic();
  await app.openPosition({ slug: "eth-usdc", side: "long", amount: "1500", leverage: "2" });
  expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);
  const asked = wallet.requests.filter((method) =>
    ["wallet_sendCalls", "eth_sendTransaction", "eth_signTypedData_v4"].includes(method),
  );
  expect(asked).toEqual(["wallet_sendCalls"]);
});

test("refusing the batch sends nothing", async ({ app, chain, wallet }) => {
  wallet.becomeAtomic();
  await app.prepare({ slug: "eth-usdc", side: "long", amount: "1500", leverage: "2" });
  await app.action.click();
  wallet.rejectNext();
  await app.slot("review-confirm").click();
  await expect(app.slot("problem")).toHaveAttribute("data-kind", "rejected");
  expect((await chain.position("eth-usdc", "long")).debt).toBe(0n);
});
