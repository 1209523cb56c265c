import type { Devnet } from "@gimbal/devnet";
import type { Page, Request } from "@playwright/test";

export interface RequestCounts {
  /** Until the page shows everything it has. */
  readonly cold: number;
  /** While blocks come as fast as the page asks for them. */
  readonly perBlock: number;
  /** While the page is hidden and blocks come. */
  readonly hidden: number;
}

/** How often the page asks a local chain for its head. */
const PACE_MS = 1_000;
/** What follows from a block, a quote of the ticket for one, comes within this time, and before the next look for a head. */
const SETTLED_MS = 700;
const BLOCKS = 8;
const HIDDEN_BLOCKS = 2;
/** The page is quiet when it has asked nothing but the head for so long. */
const QUIET_MS = 2_000;

/**
 * Data requests of one page from its first on: to chain, control endpoint and indexer, and to its own server after the
 * page was loaded (scripts and styles have a budget of their own).
 */
export async function measureRequests(
  page: Page,
  {
    url,
    path,
    devnet,
  }: { readonly url: string; readonly path: string; readonly devnet: Pick<Devnet, "mine"> },
): Promise<RequestCounts> {
  const asked: Request[] = [];
  page.on("request", (request) => {
    const data = request.method() === "POST" || !request.url().startsWith(url);
    if (data && /^https?:/.test(request.url())) asked.push(request);
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
  // from here on the next look for a head is after the next block
  await showNext(page, devnet);
  const visible = await during(() => follow(page, devnet));
  await hide(page, true);
  await page.waitForTimeout(PACE_MS);
  const hidden = await during(async () => {
    for (let block = 0; block < HIDDEN_BLOCKS; block += 1) {
      await devnet.mine();
      await page.waitForTimeout(PACE_MS);
    }
  });
  await hide(page, false);
  return {
    // the polls after the page is complete are not part of its start
    cold: cold.filter((request) => !isHead(request)).length + 1,
    perBlock: rateOf(visible.filter(isHead)) + visible.filter((request) => !isHead(request)).length / BLOCKS,
    hidden: hidden.length,
  };
}

/** Asks for the newest block and nothing else. */
function isHead(request: Request): boolean {
  const body = request.postData() ?? "";
  return body.includes("eth_getBlockByNumber") && body.includes('"latest"');
}

/** Block after block, each as soon as the page shows the one before: a head is then looked for once for each of them. */
async function follow(page: Page, devnet: Pick<Devnet, "mine">): Promise<void> {
  for (let block = 0; block < BLOCKS; block += 1) await showNext(page, devnet);
  await page.waitForTimeout(SETTLED_MS);
}

async function showNext(page: Page, devnet: Pick<Devnet, "mine">): Promise<void> {
  const before = await page.locator('[data-slot="block-number"]').getAttribute("data-value");
  await devnet.mine();
  await page.locator(`[data-slot="block-number"]:not([data-value="${before}"])`).waitFor();
}

/** Looks for a head in the time of a block, by the page's own clock: a busy machine mines late, and the page looks on. */
function rateOf(heads: readonly Request[]): number {
  const times = heads.map((request) => request.timing().startTime);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return times.length < 2 ? times.length : ((times.length - 1) * PACE_MS) / (last - first);
}

async function quiet(asked: readonly Request[]): Promise<void> {
  const told = () => asked.filter((request) => !isHead(request)).length;
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
