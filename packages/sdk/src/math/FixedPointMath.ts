/** `⌈numerator / denominator⌉` for a numerator that is not negative. */
export function divUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** The smaller of two. */
export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The larger of two. */
export function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Distance from zero. */
export function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Number of bits of a number that is not negative. */
export function bitLength(x: bigint): number {
  if (x === 0n) return 0;
  const hex = x.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0] as string, 16)));
}

/** `⌊√x⌋`, as Solady's `FixedPointMathLib.sqrt`. */
export function sqrt(x: bigint): bigint {
  if (x < 2n) return x;
  let root = 1n << BigInt((bitLength(x) + 1) >> 1); // not below the root: Newton's steps fall to it
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const LN2_Q96 = 54916777467707473351141471128n;

/**
 * `e^x` of a wad, as Solady's `FixedPointMathLib.expWad`, bit for bit.
 *
 * @param x Exponent [wad], below 135.3e18: beyond it Solady reverts, and no caller of Gimbal gets there.
 */
export function expWad(x: bigint): bigint {
  if (x <= -41446531673892822313n) return 0n;
  let r = (x << 78n) / 5n ** 18n;
  const k = ((r << 96n) / LN2_Q96 + (1n << 95n)) >> 96n;
  r -= k * LN2_Q96;
  let y = r + 1346386616545796478920950773328n;
  y = ((y * r) >> 96n) + 57155421227552351082224309758442n;
  let p = y + r - 94201549194550492254356042504812n;
  p = ((p * y) >> 96n) + 28719021644029726153956944680412240n;
  p = p * r + (4385272521454847904659076985693276n << 96n);
  let q = r - 2855989394907223263936484059900n;
  q = ((q * r) >> 96n) + 50020603652535783019961831881945n;
  q = ((q * r) >> 96n) - 533845033583426703283633433725380n;
  q = ((q * r) >> 96n) + 3604857256930695427073651918091429n;
  q = ((q * r) >> 96n) - 14423608567350463180887372962807573n;
  q = ((q * r) >> 96n) + 26449188498355588339934803723976023n;
  return ((p / q) * 3822833074963236453042738258902158003155416615667n) >> (195n - k);
}
