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

/**
 * `ln x` of a wad, as Solady's `FixedPointMathLib.lnWad`, bit for bit.
 *
 * @param value Above 0 and below 2^255 [wad]: Solady reverts at 0.
 */
export function lnWad(value: bigint): bigint {
  const log2 = BigInt(bitLength(value) - 1);
  const x = log2 >= 96n ? value >> (log2 - 96n) : value << (96n - log2);
  let p =
    ((43456485725739037958740375743393n +
      (((24828157081833163892658089445524n + (((3273285459638523848632254066296n + x) * x) >> 96n)) * x) >>
        96n)) *
      x) >>
    96n;
  p -= 11111509109440967052023855526967n;
  p = ((p * x) >> 96n) - 45023709667254063763336534515857n;
  p = ((p * x) >> 96n) - 14706773417378608786704636184526n;
  p = p * x - (795164235651350426258249787498n << 96n);
  let q = 5573035233440673466300451813936n + x;
  q = 71694874799317883764090561454958n + ((x * q) >> 96n);
  q = 283447036172924575727196451306956n + ((x * q) >> 96n);
  q = 401686690394027663651624208769553n + ((x * q) >> 96n);
  q = 204048457590392012362485061816622n + ((x * q) >> 96n);
  q = 31853899698501571402653359427138n + ((x * q) >> 96n);
  q = 909429971244387300277376558375n + ((x * q) >> 96n);
  let r = (p / q) * 1677202110996718588342820967067443963516166n;
  r += 16597577552685614221487285958193947469193820559219878177908093499208371n * (log2 - 96n);
  r += 600920179829731861736702779321621459595472258049074101567377883020018308n;
  return r >> 174n;
}
