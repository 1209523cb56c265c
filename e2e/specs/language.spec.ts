import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

/** Every page, by the word of its link in German, with what shows that it is there. */
const PAGES = [
  ["Handel", "ticket"],
  ["Portfolio", "portfolio"],
  ["Verleihen", "reserve"],
  ["Liquidationen", "liquidations"],
  ["Risiko", "risk-kpis"],
] as const;

/** Words of English sentences that no German one has. */
const ENGLISH = /\b(the|your|of|with|and|is|are|not|below|above|which|has|have|from|to)\b/gi;

const html = (page: Page) => page.locator("html");
const menu = (page: Page) => page.getByRole("button", { name: /^Language \/ Sprache/ });

async function choose(page: Page, name: "Deutsch" | "English", lang: string): Promise<void> {
  await menu(page).click();
  await page.getByRole("button", { name, exact: true }).click();
  await expect(html(page)).toHaveAttribute("lang", lang);
}

/** Sentences and labels in English on the page, in what is shown and in what is read aloud. */
async function english(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const named = Array.from(document.body.querySelectorAll("[aria-label]"));
    const labels = named.map((element) => element.getAttribute("aria-label") ?? "");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const isCode = walker.currentNode.parentElement?.closest("script, style, [lang]:not(html)") != null;
      if (!isCode) labels.push(walker.currentNode.textContent ?? "");
    }
    return labels;
  });
  return texts.filter((text) => text.match(ENGLISH) !== null);
}

async function openGerman(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (localStorage.getItem("gimbal.language") === null) localStorage.setItem("gimbal.language", "de");
  });
}

test("German is chosen with the keyboard, spoken on every page, kept by a reload, and left again", async ({
  app,
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /hydrat|React error/i.test(message.text())) faults.push(message.text());
  });
  await app.visit("/trade/eth-usdc");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "Trade", exact: true })).toBeVisible();

  await menu(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Language / Sprache" })).toBeVisible();
  await page.getByRole("button", { name: "Deutsch" }).focus();
  await page.keyboard.press("Enter");
  await expect(html(page)).toHaveAttribute("lang", "de");

  for (const [name, slot] of PAGES) {
    const link = page.getByRole("link", { name, exact: true });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(page).toHaveTitle(`${name === "Handel" ? "ETH/USDC" : name} · Gimbal`);
    await expect(page.locator(`[data-slot="${slot}"], [data-reserve]`).first()).toBeVisible();
    await expect.poll(() => english(page), { message: name }).toEqual([]);
  }

  await page.reload();
  await expect(html(page)).toHaveAttribute("lang", "de");
  await expect(page.getByRole("link", { name: "Risiko", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );

  await choose(page, "English", "en");
  await expect(page.getByRole("link", { name: "Risk", exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test("a position is opened, adjusted and closed in German", async ({ app, page, chain }) => {
  await openGerman(page);
  await app.trade("eth-usdc", "?side=long&leverage=3");
  await expect(html(page)).toHaveAttribute("lang", "de");
  await page.getByRole("button", { name: "Wallet verbinden" }).first().click();
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await app.slot("ticket-amount").locator("input").fill("1000");
  await expect(app.action).toHaveAttribute("data-state", /ready|risky/);
  await expect(app.action).toContainText(/^Prüfen: .*\sETH long eröffnen/);

  await app.action.click();
  await expect(app.review).toContainText("verlassen die eigene Wallet");
  expect(await english(page)).toEqual([]);
  await app.confirm();
  const row = app.position("eth-usdc", "long");
  await expect(row).toBeVisible();
  expect((await chain.position("eth-usdc", "long")).debt).toBeGreaterThan(0n);

  await row.getByRole("button", { name: "ETH long anpassen" }).click();
  const dialog = page.getByRole("dialog", { name: "ETH long anpassen" });
  await dialog.locator("input").first().fill("1e5");
  await expect(dialog).toContainText("Den Betrag ausschreiben, ohne Exponenten.");
  expect(await english(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await row.getByRole("button", { name: "ETH long schließen" }).click();
  await expect(app.review).toContainText("Auf der Chain geprüft");
  await app.confirm();
  expect((await chain.position("eth-usdc", "long")).debt).toBe(0n);
  await expect(page.getByText(/ist geschlossen|erledigt/).first()).toBeVisible();
});

test("passes axe in German, the choice of the language included", async ({ app, page }) => {
  await openGerman(page);
  await app.visit("/earn");
  await expect(html(page)).toHaveAttribute("lang", "de");
  await expect(app.reserve("eth-usdc:USDC")).toBeVisible();
  await menu(page).click();
  await expect(page.getByRole("button", { name: "Deutsch" })).toHaveAttribute("aria-pressed", "true");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("nothing is wider than the screen in German, and the choice is in reach", async ({ app, page }) => {
    await openGerman(page);
    for (const path of ["/trade/eth-usdc", "/portfolio", "/earn", "/liquidations", "/risk"]) {
      await app.visit(path);
      await expect(html(page)).toHaveAttribute("lang", "de");
      await expect(page.getByRole("status", { name: /geladen/ })).toHaveCount(0);
      const wide = await page.evaluate(() =>
        document.documentElement.scrollWidth <= 390
          ? []
          : Array.from(document.querySelectorAll("body *"))
              .filter((element) => element.getBoundingClientRect().right > 391)
              .map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(wide, path).toEqual([]);
    }
    await page.getByRole("button", { name: "Menü" }).click();
    await choose(page, "English", "en");
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("link", { name: "Risk", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
  });
});
