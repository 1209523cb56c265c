/** Room for the prices on the right and the times below [px]. */
export const GUTTER = { right: 66, top: 8, bottom: 24 } as const;

/** Range of the price axis [USD, for pixels]. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

/** A line may stretch the range of prices by this much; one that lies farther off becomes an arrow. */
const STRETCH = 1.2;
const PADDING = 0.08;
const FLAT_RANGE = 0.01;

/** Range that shows all prices, and lines that are near enough. */
export function domainOf(prices: readonly number[], lines: readonly number[], fitLines = false): Domain {
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  const range = Math.max(high - low, high * FLAT_RANGE);
  const isNear = (line: number) => line > low - range * STRETCH && line < high + range * STRETCH;
  const near = fitLines ? lines : lines.filter(isNear);
  const bottom = Math.min(low, ...near);
  const top = Math.max(high, ...near);
  const padding = Math.max(top - bottom, high * FLAT_RANGE) * PADDING;
  return { low: Math.max(0, bottom - padding), high: top + padding };
}

/** Where a price stands in a chart of this height. */
export function yOf(price: number, { low, high }: Domain, height: number): number {
  const plot = height - GUTTER.top - GUTTER.bottom;
  return GUTTER.top + ((high - price) / (high - low)) * plot;
}

/** Round values inside the range: four to six of them. */
export function ticksOf({ low, high }: Domain): readonly number[] {
  const rough = (high - low) / 5;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Height of a tag and the gap to the next one. */
export const TAG_PITCH = 20;

/** Pushes tags apart that would overlap, keeping their order and the frame. */
export function spreadTags(wanted: readonly number[], top: number, bottom: number): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of order) {
    const previous = placed.at(-1);
    placed.push(Math.max(y, previous === undefined ? top : previous + TAG_PITCH));
  }
  for (let at = placed.length - 1, limit = bottom; at >= 0; at--) {
    const y = Math.min(placed[at] ?? limit, limit);
    placed[at] = y;
    limit = y - TAG_PITCH;
  }
  const result = new Array<number>(wanted.length);
  order.forEach(({ index }, rank) => {
    result[index] = placed[rank] ?? 0;
  });
  return result;
}
