import type { Locator, Page } from "@playwright/test";

const MOVES = 80;
/** Nobody drags over less than this [tenths]. */
const LEAST_SPAN = 10;

/**
 * Milliseconds from a move of the leverage slider, as the page hears of it, until the frame with the new preview is
 * painted, one per move. The ticket must be filled in.
 */
export async function measureSlider(page: Page): Promise<readonly number[]> {
  const slider = page.locator('[data-slot="ticket"] [data-slot="limit-slider"]');
  const thumb = slider.getByRole("slider");
  const [rail, grip] = [await slider.boundingBox(), await thumb.boundingBox()];
  const limit = await numberOf(slider, "data-limit");
  const [min, now] = [await numberOf(thumb, "aria-valuemin"), await numberOf(thumb, "aria-valuenow")];
  const span = limit - 1 - now;
  if (rail === null || grip === null || !(now > min && span >= LEAST_SPAN))
    throw new TypeError("the ticket has no slider to move");
  const y = grip.y + grip.height / 2;
  // the thumb stays inside the rail, while a pointer uses all of it
  const part = (grip.x - rail.x) / (rail.width - grip.width);
  const step = (part * rail.width) / (now - min);
  const xOf = (value: number) => rail.x + (value - min) * step;
  await page.evaluate(watchFrames);
  await page.mouse.move(xOf(now), y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) {
    // up from where the position is and down again, so that each move is another leverage, and another preview
    const up = move % (2 * span);
    await page.mouse.move(xOf(now + (up <= span ? up : 2 * span - up)), y);
    await page.waitForTimeout(40);
  }
  await page.mouse.up();
  const painted = await page.evaluate(
    () => (window as unknown as { __painted: readonly number[] }).__painted,
  );
  if (painted.length !== MOVES)
    throw new RangeError(`${painted.length} of ${MOVES} moves changed the preview`);
  return painted;
}

async function numberOf(element: Locator, attribute: string): Promise<number> {
  return Number(await element.getAttribute(attribute));
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
