import { type Domain, GUTTER, yOf } from "./scale";

/** The part of the chart in which prices are drawn, and where a slot and a price are in it [px]. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Where the price axis begins. */
  readonly right: number;
  /** Where the time axis is. */
  readonly bottom: number;
  /** Width of a slot. */
  readonly slot: number;
  readonly domain: Domain;
}

export function frameOf(
  { width, height }: { readonly width: number; readonly height: number },
  slots: number,
  domain: Domain,
): Frame {
  const right = Math.max(0, width - GUTTER.right);
  return { width, height, right, bottom: height - GUTTER.bottom, slot: right / Math.max(1, slots), domain };
}

/** Middle of a slot. */
export function xOfSlot(index: number, { slot }: Frame): number {
  return (index + 0.5) * slot;
}

export function yOfPrice(price: number, { domain, height }: Frame): number {
  return yOf(price, domain, height);
}

/** The slot under a horizontal position, or undefined beside the frame. */
export function slotAt(x: number, { slot, right }: Frame): number | undefined {
  return x < 0 || x >= right ? undefined : Math.floor(x / slot);
}
