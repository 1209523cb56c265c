import type { Devnet } from "@gimbal/devnet";
import type { Page } from "@playwright/test";

export interface RequestCounts {
  /** Until the page shows everything it has. */
  readonly cold: number;
  /** While blocks come as fast as the page asks. */
  readonly perBlock: number;
  /** While the page is hidden and blocks come. */
  readonly hidden: number;
}

/** Block after block at the pace at which the page asks a local chain. */
const PACE_MS = 1_000;
const BLOCKS = 6;
/** The page is quiet when it has asked nothing but the head for so long. */
const QUIET_MS = 2_000;

/**
 * Data requests of one page from its first on: to chain, control endpoint and indexer, and to its own server after the
 * page was loaded (scripts and styles have a budget of their own).
 */
export async function measureRequests(
  page: Page,
  { url, path, devnet }: { readonly url: string; readonly path: string; readonly devnet: Devnet },
): Promise<RequestCounts> {
  const asked: string[] = [];
  page.on("request", (request) => {
    const data = request.method() === "POST" || !request.url().startsWith(url);
    if (data && /^https?:/.test(request.url())) asked.push(request.postData() ?? request.url());
  });
  const during = async (work: () => Promise<void>) => {
    const before = asked.length;
    await work();
    return asked.slice(before);
  };
  const cold = await during(async () => {
    await page.goto(`${url}${path}`);
    await page.locator('[data-slot="block-number"][data-status="ok"]').waitFor();
    await quiet(asked);
  });
  const visible = await during(() => blocks(devnet, BLOCKS));
  await hide(page, true);
  await page.waitForTimeout(PACE_MS);
  const hidden = await during(() => blocks(devnet, 2));
  await hide(page, false);
  return {
    // the polls after the page is complete are not part of its start
    cold: cold.filter((body) => !isHead(body)).length + 1,
    perBlock: visible.length / BLOCKS,
    hidden: hidden.length,
  };
}

/** Asks for the newest block and nothing else. */
function isHead(body: string): boolean {
  return body.includes("eth_getBlockByNumber") && body.includes('"latest"');
}

async function blocks(devnet: Devnet, count: number): Promise<void> {
  for (let block = 0; block < count; block += 1) {
    await devnet.mine();
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}

async function quiet(asked: readonly string[]): Promise<void> {
  const told = () => asked.filter((body) => !isHead(body)).length;
  for (let before = -1; before !== told(); ) {
    before = told();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

/** Another tab in front, as the page sees it: a headless browser shows every page. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (value ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
