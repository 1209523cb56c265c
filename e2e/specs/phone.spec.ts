import { backgroundTraders } from "@gimbal/devnet";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

/** Somebody with open positions: rows make a page wide. */
const WATCHED = backgroundTraders[1]?.address ?? "0x";
/** What shows that a page has everything on it. */
const PAGES = [
  ["/trade/eth-usdc", "[data-position]"],
  ["/portfolio", '[data-slot="portfolio"][data-status="ok"]'],
  ["/earn", "[data-reserve]"],
  ["/liquidations", '[data-slot="liquidations"][data-status="ok"]'],
  ["/risk", '[data-slot="risk"][data-status="ok"]'],
] as const;
const WIDTHS = [390, 360] as const;

/** What reaches beyond the right edge and is not cut off by a part that scrolls by itself. */
async function wide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = Array.from(document.body.querySelectorAll("*")).filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return [
      `${scrollWidth} of ${clientWidth}`,
      ...beyond.slice(-5).map((element) => element.outerHTML.slice(0, 160)),
    ];
  });
}

for (const language of ["en", "de"] as const)
  for (const width of WIDTHS)
    test(`no page is wider than a phone of ${width} px (${language})`, async ({ app, page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 844 });
      await page.addInitScript((chosen) => localStorage.setItem("gimbal.language", chosen), language);
      for (const [path, there] of PAGES) {
        await app.visit(`${path}?watch=${WATCHED}`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await page.locator(there).first().waitFor();
        // a chart takes its size a moment later
        await expect.poll(() => wide(page), { message: path }).toEqual([]);
      }
    });
