/** Random numbers that are the same on every machine, from a seed (splitmix64). */
export interface Random {
  /** In [0, 1), a multiple of 2^-32. */
  uniform(): number;
  /** Standard normal, as the sum of twelve uniforms: no transcendental function that could differ between machines. */
  normal(): number;
  pick<const value>(values: readonly value[]): value;
}

const MASK = (1n << 64n) - 1n;

export function createRandom(seed: number): Random {
  let state = BigInt(seed) & MASK;
  const uniform = () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return Number((z ^ (z >> 31n)) >> 32n) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += uniform();
      return sum;
    },
    pick: (values) => values[Math.floor(uniform() * values.length)] as (typeof values)[number],
  };
}
