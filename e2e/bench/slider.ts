import type { Page } from "@playwright/test";

const MOVES = 80;

/**
 * Milliseconds from a move of the leverage slider, as the page hears of it, until the frame with the new preview is
 * painted, one per move. The ticket must be filled in.
 */
export async function measureSlider(page: Page): Promise<readonly number[]> {
  const slider = page.locator('[data-slot="ticket"] [data-slot="limit-slider"]');
  const box = await slider.boundingBox();
  const limit = Number(await slider.getAttribute("data-limit"));
  if (box === null || !(limit > 20)) throw new TypeError("the ticket has no slider to move");
  await page.evaluate(watchFrames);
  const thumb = await slider.getByRole("slider").boundingBox();
  if (thumb === null) throw new TypeError("the slider has no thumb");
  const y = thumb.y + thumb.height / 2;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  for (let move = 0; move < MOVES; move += 1) {
    // there and back again over the reachable part, so that each move is another leverage
    const part = 0.05 + 0.35 * Math.abs((((move / MOVES) * 4) % 2) - 1);
    await page.mouse.move(box.x + box.width * part, y);
    await page.waitForTimeout(40);
  }
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { __painted: readonly number[] }).__painted);
}

/** Runs in the page. */
function watchFrames(): void {
  const painted: number[] = [];
  Object.assign(window, { __painted: painted });
  let movedAt: number | undefined;
  const preview = document.querySelector('[data-slot="ticket-preview"]');
  if (preview === null) throw new TypeError("the ticket has no preview");
  document.addEventListener(
    "pointermove",
    () => {
      movedAt ??= performance.now();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (movedAt === undefined) return;
    const since = movedAt;
    movedAt = undefined;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // the first task after the frame
      port1.onmessage = () => painted.push(performance.now() - since);
      port2.postMessage(null);
    });
  }).observe(preview, { subtree: true, childList: true, characterData: true, attributes: true });
}
