import { backgroundTraders } from "@gimbal/devnet";
import { FLOORS, GOALS } from "../bench/budgets";
import { measureLighthouse } from "../bench/lighthouse";
import { measureRequests } from "../bench/requests";
import { expect, test } from "../support/fixtures";

const TRADE = "/trade/eth-usdc";
const PAGES = [TRADE, "/portfolio", "/earn", "/liquidations", "/risk"];
/** Somebody with open positions. */
const WATCHED = backgroundTraders[1]?.address ?? "0x";

for (const path of [...PAGES, `${TRADE}?watch=${WATCHED}`, `/portfolio?watch=${WATCHED}`])
  test(`${path} asks twice per block, and not at all while hidden`, async ({ devnet, page, stack }) => {
    const { cold, perBlock, hidden } = await measureRequests(page, { url: stack.webUrl, path, devnet });
    if (path === TRADE) expect(cold).toBeLessThanOrEqual(GOALS.coldRequests);
    expect(perBlock).toBeLessThanOrEqual(GOALS.requestsPerBlock);
    // it does follow the chain
    expect(perBlock).toBeGreaterThan(1);
    expect(hidden).toBe(GOALS.requestsHidden);
  });

for (const device of ["desktop", "phone"] as const)
  test(`Lighthouse finds nothing to mend on a ${device}`, async ({ stack }) => {
    const measured = await measureLighthouse(`${stack.webUrl}${TRADE}`, device);
    const found = measured.findings.join("\n");
    expect(measured.accessibility, found).toBe(GOALS.desktop.accessibility);
    expect(measured.bestPractices, found).toBe(GOALS.desktop.bestPractices);
    expect(measured.performance, found).toBeGreaterThanOrEqual(FLOORS[device]);
  });
