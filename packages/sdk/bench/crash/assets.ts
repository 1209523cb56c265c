/** What the protocol and its market are set to for one asset. */
export interface AssetPlan {
  readonly decimals: number;
  /** Annualised volatility the forecast starts from, and what it widens to while nobody samples [wad]. */
  readonly volatility: bigint;
  readonly stress: bigint;
  /** [1e-4] */
  readonly marginFloor: number;
  readonly marginCap: number;
  readonly penalty: number;
  readonly maxJump: number;
  /** `J` [wad] */
  readonly gap: bigint;
}

const PERCENT = 10n ** 16n;

/** As the deployments configure them. */
const KNOWN: Readonly<Record<string, AssetPlan>> = {
  eth: plan(18, 65n, 150n, 500, 300, 600, 12n),
  btc: plan(8, 50n, 120n, 400, 250, 350, 7n),
};

/** Parameters of an asset; one that is not known is a thinly traded one. */
export function assetPlan(symbol: string): AssetPlan {
  return KNOWN[symbol] ?? plan(18, 85n, 200n, 800, 400, 1_000, 20n);
}

function plan(
  decimals: number,
  volatility: bigint,
  stress: bigint,
  marginFloor: number,
  penalty: number,
  maxJump: number,
  gap: bigint,
): AssetPlan {
  return {
    decimals,
    volatility: volatility * PERCENT,
    stress: stress * PERCENT,
    marginFloor,
    marginCap: 4_000,
    penalty,
    maxJump,
    gap: gap * PERCENT,
  };
}
