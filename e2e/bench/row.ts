import type { Page } from "@playwright/test";
import type { App } from "../support/app";
import type { TestWallet } from "../support/wallet";

const SAMPLES = 5;

/**
 * Milliseconds from the block with a trade of the person until its row says so, one per trade: the first opens the
 * position, the others add to it.
 */
export async function measureRow(app: App, wallet: TestWallet): Promise<readonly number[]> {
  const samples: number[] = [];
  await app.trade("eth-usdc", "?side=long&leverage=3");
  await app.connect();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await fillTicket(app);
    await app.action.click();
    await app.slot("review-confirm").waitFor();
    await app.page.evaluate(watchRow);
    await app.confirm();
    await app.position("eth-usdc", "long").waitFor();
    const changed = await changedAt(app.page);
    const mined = wallet.minedAt.at(-1);
    if (mined === undefined) throw new TypeError("the wallet has sent nothing");
    samples.push(changed - mined);
  }
  return samples;
}

/** An amount in the ticket, and its button ready. */
export async function fillTicket(app: App): Promise<void> {
  await app.slot("ticket-amount").locator("input").fill("1000");
  await app.page
    .locator('[data-slot="ticket-action"]:is([data-state="ready"], [data-state="risky"])')
    .waitFor();
}

/** Runs in the page: notes when the row of the position comes, or says another size. Unix milliseconds. */
function watchRow(): void {
  const size = () =>
    document.querySelector('[data-position="eth-usdc:long"] [data-name="size"]')?.getAttribute("data-value");
  const before = size();
  const state = { changedAt: 0 };
  Object.assign(window, { __row: state });
  const observer = new MutationObserver(() => {
    if (size() === before || size() === undefined) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      state.changedAt = performance.timeOrigin + performance.now();
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
}

async function changedAt(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (window as unknown as { __row: { changedAt: number } }).__row.changedAt,
  );
  return Number(await handle.jsonValue());
}
