import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { chromiumOptions } from "./support/chromium";

/**
 * Takes the pictures of the README from a running demo: `pnpm --filter @gimbal/e2e screenshot`.
 * `--url` where the app is, `--out` where the pictures go, `--watch` whose positions are shown.
 */
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    out: { type: "string", default: "../docs/images" },
    watch: { type: "string", default: "0xBcd4042DE499D14e55001CcbB24a551F3b954096" },
  },
});

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

async function take(browser: Browser, name: string, path: string, size: keyof typeof SIZES, theme: string) {
  const page = await browser.newPage({ viewport: SIZES[size], deviceScaleFactor: 2 });
  await page.addInitScript((value) => localStorage.setItem("theme", value), theme);
  await page.goto(`${values.url}${path}`);
  await page.locator("[data-value]:not([data-value=unknown])").first().waitFor();
  await page.locator("[data-slot=candles], .recharts-surface, [data-reserve]").first().waitFor();
  await page.screenshot({ path: `${values.out}/${name}.png` });
  await page.close();
}

await mkdir(values.out, { recursive: true });
const browser = await chromium.launch(chromiumOptions());
await take(browser, "trade", `/trade/eth-usdc?watch=${values.watch}`, "desktop", "dark");
await take(browser, "trade-light", `/trade/eth-usdc?watch=${values.watch}`, "desktop", "light");
await take(browser, "trade-phone", `/trade/eth-usdc?watch=${values.watch}`, "phone", "dark");
await take(browser, "earn", "/earn", "desktop", "dark");
await take(browser, "risk", "/risk", "desktop", "dark");
await browser.close();
