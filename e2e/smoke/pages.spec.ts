import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { emptyChain, nobodyYet, nodeDown, type World } from "./worlds";

const PAGES = [
  "/trade/eth-usdc",
  "/portfolio?watch=0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  "/earn",
  "/liquidations",
  "/risk",
] as const;

interface Visit {
  readonly path: string;
  readonly page: Page;
  /** What no page may do, whatever the chain says. */
  readonly faults: string[];
}

/** Opens every page at once, each in a tab, and waits until `settled` holds of it. */
async function walk(
  context: BrowserContext,
  { url }: World,
  settled: (page: Page) => Promise<void>,
): Promise<readonly Visit[]> {
  return Promise.all(
    PAGES.map(async (path) => {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`threw ${error.message}`));
      page.on("console", (message) => {
        const text = message.text();
        // the browser says by itself that a request failed: that is the world, not the page
        if (message.type() === "error" && !text.startsWith("Failed to load resource")) faults.push(text);
      });
      const response = await page.goto(`${url}${path}`);
      if (response?.status() !== 200) faults.push(`answered ${response?.status()}`);
      if (!response?.headers()["content-security-policy"]) faults.push("has no content security policy");
      await settled(page);
      const title = await page.title();
      if (!/^\S.* · Gimbal$/.test(title)) faults.push(`has the title ${title}`);
      if ((await page.locator("main").textContent())?.trim() === "") faults.push("is empty");
      if (await page.getByText("This page stopped working").isVisible()) faults.push("stopped working");
      return { path, page, faults };
    }),
  );
}

function expectNoFaults(visits: readonly Visit[]): void {
  expect(visits.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`))).toEqual([]);
}

/** Numbers the page claims to know of the chain. */
async function claims({ path, page }: Visit): Promise<readonly string[]> {
  const known = page.locator('main [data-slot="value"][data-value]:not([data-value="unknown"])');
  const found = await known.evaluateAll((nodes) => nodes.map((node) => node.outerHTML));
  return found.filter((html) => !html.includes('data-chosen="true"')).map((html) => `${path}: ${html}`);
}

const said = (text: string | RegExp) => async (page: Page) => {
  await expect(page.getByText(text).first()).toBeVisible({ timeout: 30_000 });
};

const worlds: {
  readonly name: string;
  readonly start: () => Promise<World>;
  readonly settled: (page: Page) => Promise<void>;
  readonly knowsNothing: boolean;
}[] = [
  {
    name: "without a node every page says so and knows no number",
    start: nodeDown,
    settled: said("No connection to the chain."),
    knowsNothing: true,
  },
  {
    name: "on a chain with nothing deployed every page says so and knows no number",
    start: emptyChain,
    settled: said("No connection to the chain."),
    knowsNothing: true,
  },
  {
    name: "before anybody has come every page stands, with the newest block",
    start: nobodyYet,
    settled: async (page) => {
      await expect(page.locator('[data-slot="block-number"]')).toHaveAttribute("data-status", "ok", {
        timeout: 30_000,
      });
    },
    knowsNothing: false,
  },
];

for (const { name, start, settled, knowsNothing } of worlds)
  test(name, async ({ context }) => {
    const world = await start();
    try {
      const visits = await walk(context, world, settled);
      expectNoFaults(visits);
      if (knowsNothing) expect((await Promise.all(visits.map(claims))).flat()).toEqual([]);
    } finally {
      await world.stop();
    }
  });

test("an address that is none says so, and leads back", async ({ page }) => {
  const world = await nodeDown();
  try {
    for (const path of ["/nowhere", "/trade/doge-usdc"]) {
      const response = await page.goto(`${world.url}${path}`);
      expect(response?.status()).toBe(404);
      await expect(page.getByText("No such page")).toBeVisible();
    }
    const icon = await page.locator('link[rel="icon"]').getAttribute("href");
    expect((await page.request.get(new URL(icon ?? "", world.url).href)).status()).toBe(200);
    await page.getByRole("link", { name: "Go to ETH/USDC" }).click();
    await expect(page).toHaveURL(/\/trade\/eth-usdc$/);
  } finally {
    await world.stop();
  }
});
