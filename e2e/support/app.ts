import { expect, type Locator, type Page } from "@playwright/test";
import type { MarketSlug, Side } from "./chain";

/** The app, as a trader uses it. */
export class App {
  constructor(readonly page: Page) {}

  slot(name: string, within: Locator | Page = this.page): Locator {
    return within.locator(`[data-slot="${name}"]`);
  }

  get ticket(): Locator {
    return this.slot("ticket");
  }

  get action(): Locator {
    return this.slot("ticket-action");
  }

  get leverage(): Locator {
    return this.slot("leverage-value").locator("[data-value]");
  }

  get review(): Locator {
    return this.slot("review");
  }

  /** Opens a page and waits until it has read its first block: before that a press would fall on a page without a script. */
  async visit(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.slot("block-number")).toHaveAttribute("data-status", "ok");
  }

  async trade(slug: MarketSlug, query = ""): Promise<void> {
    await this.visit(`/trade/${slug}${query}`);
    await expect(this.leverage).toHaveAttribute("data-value", /^\d+$/);
  }

  /** Opens the risk page and waits until the report is there. */
  async risk(query = ""): Promise<void> {
    await this.visit(`/risk${query}`);
    await expect(this.slot("risk")).toHaveAttribute("data-status", "ok");
    await expect(this.figure("volatility")).toBeVisible();
  }

  /** Opens the liquidations page and waits until the report is there. */
  async liquidations(query = ""): Promise<void> {
    await this.visit(`/liquidations${query}`);
    await expect(this.slot("liquidations")).toHaveAttribute("data-status", "ok");
  }

  /** Card of a running auction. */
  auction(account: string): Locator {
    return this.page.locator(`[data-slot="auction"][data-account="${account}"]`);
  }

  /** One of the leading figures of the risk page. */
  figure(name: string): Locator {
    return this.slot("risk-kpis").locator(`[data-name="${name}"]`);
  }

  riskPanel(name: string): Locator {
    return this.page.locator(`[data-risk-panel="${name}"]`);
  }

  /** Forecast volatility in the market bar [percent]. */
  async forecast(): Promise<number> {
    const text = await this.page
      .locator('[data-slot="market-stat"][data-name="volatility"] dd')
      .textContent();
    return Number.parseInt(text ?? "", 10);
  }

  /** Maximum leverage of the ticket's slider [tenths]. */
  async leverageLimit(): Promise<number> {
    return Number(await this.slot("limit-slider", this.ticket).getAttribute("data-limit"));
  }

  /** Moves the focus by Tab alone until it is there. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${target}`);
  }

  async connect(): Promise<void> {
    await this.page.getByRole("button", { name: "Connect wallet" }).first().click();
    await this.page.getByRole("button", { name: "Test Wallet" }).click();
    await expect(this.page.getByRole("button", { name: "Connect wallet" })).toHaveCount(0);
  }

  /** Fills the ticket; the deep link sets the leverage, as a shared link would. */
  async prepare(order: { slug: MarketSlug; side: Side; amount: string; leverage: string }): Promise<void> {
    await this.trade(order.slug, `?side=${order.side}&leverage=${order.leverage}`);
    if (await this.page.getByRole("button", { name: "Connect wallet" }).first().isVisible())
      await this.connect();
    await this.slot("ticket-amount").locator("input").fill(order.amount);
    await expect(this.action).toHaveAttribute("data-state", /ready|risky/);
  }

  async openPosition(order: {
    slug: MarketSlug;
    side: Side;
    amount: string;
    leverage: string;
  }): Promise<void> {
    await this.prepare(order);
    await this.action.click();
    await this.confirm();
    await expect(this.position(order.slug, order.side)).toBeVisible();
  }

  /** Confirms the review and waits until it has closed after success. */
  async confirm(): Promise<void> {
    await expect(this.slot("review-confirm")).toBeEnabled();
    await this.slot("review-confirm").click();
    await expect(this.review).toHaveCount(0, { timeout: 30_000 });
  }

  position(slug: MarketSlug, side: Side): Locator {
    return this.page.locator(`[data-position="${slug}:${side}"]`);
  }

  health(slug: MarketSlug, side: Side): Locator {
    return this.slot("health", this.position(slug, side));
  }

  async healthValue(slug: MarketSlug, side: Side): Promise<bigint> {
    return BigInt((await this.health(slug, side).getAttribute("data-value")) ?? "0");
  }

  /** Opens the portfolio and waits until it is read, with its history. */
  async portfolio(query = ""): Promise<void> {
    await this.visit(`/portfolio${query}`);
    await expect(this.slot("portfolio")).toHaveAttribute("data-status", "ok");
    await expect(this.portfolioPanel("history")).toHaveAttribute("data-status", "ok");
  }

  portfolioPanel(name: string): Locator {
    return this.page.locator(`[data-portfolio-panel="${name}"]`);
  }

  /** One of the leading figures of the portfolio, exact [wad]. */
  async worth(name: "netWorth" | "exposure" | "debt" | "result"): Promise<bigint> {
    const figure = this.slot("portfolio-kpis").locator(`[data-name="${name}"]`);
    await expect(figure).toHaveAttribute("data-value", /^-?\d+$/);
    return BigInt((await figure.getAttribute("data-value")) ?? "0");
  }

  /** Whether lenders are whole, and who paid. */
  get waterfall(): Locator {
    return this.page.locator('[data-panel="waterfall"]');
  }

  /** What lenders are owed in a reserve, as the earn page has it, exact [token units]. */
  async supplied(id: string): Promise<bigint> {
    const figure = this.reserve(id).locator('[data-name="supplied"]').first();
    await expect(figure).toHaveAttribute("data-value", /^\d+$/);
    return BigInt((await figure.getAttribute("data-value")) ?? "0");
  }

  /** The vault token of the reserve on screen. */
  vault(id: string): Locator {
    return this.page.locator(`[data-vault="${id}"]`);
  }

  reserve(id: string): Locator {
    return this.page.locator(`[data-reserve="${id}"]`);
  }
}
