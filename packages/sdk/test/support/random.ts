/** Deterministic random numbers: a failing state can be made again from its seed. */
export interface Random {
  /** Integer in [low, high]. */
  between(low: bigint, high: bigint): bigint;
  /** Integer whose number of bits is uniform in [0, bits]. */
  bits(bits: number): bigint;
  int(low: number, high: number): number;
  chance(percent: number): boolean;
  pick<const value>(values: readonly value[]): value;
}

/** splitmix64 */
export function createRandom(seed: bigint): Random {
  const mask = (1n << 64n) - 1n;
  let state = seed & mask;
  const next = () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return z ^ (z >> 31n);
  };
  const wide = () => (next() << 192n) | (next() << 128n) | (next() << 64n) | next();
  const between = (low: bigint, high: bigint) => low + (wide() % (high - low + 1n));
  const int = (low: number, high: number) => Number(between(BigInt(low), BigInt(high)));
  return {
    between,
    int,
    bits: (bits) => {
      const length = int(0, bits);
      return length === 0 ? 0n : between(1n << BigInt(length - 1), (1n << BigInt(length)) - 1n);
    },
    chance: (percent) => int(1, 100) <= percent,
    pick: (values) => values[int(0, values.length - 1)] as (typeof values)[number],
  };
}
