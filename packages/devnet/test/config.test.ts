import {
  type AssetConfig,
  arbitrumExample,
  ConfigurationError,
  type DeploymentConfig,
  local,
  validateConfig,
} from "@gimbal/contracts/deployment";
import { describe, expect, it } from "vitest";

function reasonsOf(config: DeploymentConfig): readonly string[] {
  try {
    validateConfig(config);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.reasons;
    throw error;
  }
  return [];
}

function withAsset(change: (asset: AssetConfig) => AssetConfig): DeploymentConfig {
  const { ETH } = local.assets;
  if (!ETH) throw new TypeError("the local chain has ETH");
  return { ...local, assets: { ...local.assets, ETH: change(ETH) } };
}

const ROLE = "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955";

describe("validateConfig", () => {
  it("accepts the local chain", () => {
    expect(reasonsOf(local)).toEqual([]);
  });

  it("accepts the example of an L2 once somebody governs it, and names the roles that are open before", () => {
    expect(reasonsOf(arbitrumExample)).toEqual([
      "roles.admin is the zero address",
      "roles.guardian is the zero address",
      "roles.riskManager is the zero address",
    ]);
    const roles = { admin: ROLE, guardian: ROLE, riskManager: ROLE } as const;
    expect(reasonsOf({ ...arbitrumExample, roles })).toEqual([]);
  });

  it("says everything that is wrong at once", () => {
    const config = { ...local, chainId: 0, markets: [] };
    const error = (() => {
      try {
        validateConfig(config);
      } catch (caught) {
        return caught;
      }
    })();
    expect(String(error)).toBe(
      "DeploymentError: The deployment configuration of Local chain cannot be used:\n" +
        "  - chainId is 0; it must be a positive whole number\n" +
        "  - there is no market",
    );
  });

  const cases: readonly (readonly [string, DeploymentConfig, RegExp])[] = [
    ["an unknown quote asset", { ...local, quote: "DAI" }, /quote is "DAI"/],
    ["a salt that is not 32 bytes", { ...local, salt: "0x01" }, /salt is "0x01"/],
    ["test parts outside a local chain", { ...local, local: false }, /has a faucet; only local chains/],
    [
      "an address without its checksum",
      { ...local, roles: { ...local.roles, guardian: ROLE.toLowerCase() as `0x${string}` } },
      /with its checksum it reads 0x14dC/,
    ],
    [
      "what is not an address",
      { ...local, roles: { ...local.roles, guardian: "0x12" } },
      /roles\.guardian is "0x12", which is not an address/,
    ],
    [
      "too few decimals",
      withAsset((a) => ({ ...a, decimals: 2 })),
      /decimals is 2; the engine is made for 6 to 18/,
    ],
    [
      "price bounds that are swapped",
      withAsset((a) => ({ ...a, price: { ...a.price, minPrice: a.price.maxPrice } })),
      /the lower bound must be positive and lower/,
    ],
    ["a base asset nobody can trade", withAsset(({ pool, ...a }) => a), /has no pool against USDC/],
    [
      "an unknown fee tier",
      withAsset((a) => ({ ...a, ...(a.pool && { pool: { ...a.pool, fee: 400 } }) })),
      /pool\.fee is 400; Uniswap v3 has the tiers/,
    ],
    [
      "a window below the shortest",
      { ...local, oracle: { ...local.oracle, minWindow: 60 } },
      /twapWindow is 30, below the shortest window of 60 s/,
    ],
    [
      "a pool that forgets its window",
      withAsset((a) => ({ ...a, ...(a.pool && { pool: { ...a.pool, observations: 30 } }) })),
      /observations is 30; a window of 30 s needs 31/,
    ],
    [
      "blocks that take no time",
      { ...local, oracle: { ...local.oracle, blockInterval: 0 } },
      /a block takes 0 s/,
    ],
    [
      "changes of a source in a hurry, where there is value",
      { ...arbitrumExample, oracle: { ...arbitrumExample.oracle, shadowPeriod: 3_600 } },
      /shadowPeriod is 3600 s; it must be 172800 to/,
    ],
    [
      "a grace period of a day",
      {
        ...local,
        oracle: { ...local.oracle, sequencer: { feed: ROLE, gracePeriod: 86_400 } },
      },
      /gracePeriod is 86400 s; it must be 60 to 14400 s/,
    ],
    [
      "a price of Pyth on a chain without it",
      withAsset((a) => ({ ...a, pyth: { id: "0x01", maxAge: 60, maxConfidence: 50, maxDeviation: 100 } })),
      /ETH\.pyth is set, but oracle\.pyth names no contract/,
    ],
    [
      "a feed that publishes hardly anything",
      withAsset((a) => ({ ...a, price: { ...a.price, trigger: 2_000 } })),
      /trigger is 2000; it is counted in 1e-4/,
    ],
    [
      "every round a jump",
      withAsset((a) => ({ ...a, price: { ...a.price, maxJump: 10 } })),
      /maxJump is 10; it is counted in 1e-4/,
    ],
    [
      "margins that leave nothing",
      withAsset((a) => ({ ...a, risk: { ...a.risk, marginCap: 8_000 } })),
      /must together stay below 8000/,
    ],
    [
      "a floor above its cap",
      withAsset((a) => ({ ...a, risk: { ...a.risk, marginFloor: a.risk.marginCap + 1 } })),
      /the floor must be positive and not above the cap/,
    ],
    [
      "a depth outside its rails",
      withAsset((a) => ({ ...a, risk: { ...a.risk, depth: a.risk.depthCap + 1n } })),
      /risk\.depth is \d+, outside/,
    ],
    [
      "a start above the stress",
      withAsset((a) => ({ ...a, risk: { ...a.risk, volatility: a.risk.stress + 1n } })),
      /above the \d+ it widens to/,
    ],
    [
      "a minimum above the cap",
      withAsset((a) => ({ ...a, reserve: { ...a.reserve, debtCap: 1n } })),
      /so nobody could borrow/,
    ],
    [
      "a market factor that is a stranger",
      { ...local, factor: "DOGE" },
      /factor is "DOGE", which is not one of the assets/,
    ],
    [
      "two markets of one id",
      { ...local, markets: local.markets.map((m) => ({ ...m, id: 1 })) },
      /the id 1$/,
    ],
    [
      "a slug that is no path",
      { ...local, markets: local.markets.map((m) => ({ ...m, slug: `${m.slug}/x` })) },
      /lower-case words and hyphens/,
    ],
    [
      "a market that does not begin with the quote asset",
      { ...local, markets: local.markets.map((m) => ({ ...m, assets: [...m.assets].reverse() })) },
      /must list the quote asset USDC first/,
    ],
    [
      "positions that would open liquidatable",
      { ...local, markets: local.markets.map((m) => ({ ...m, initialRatio: 10_000 })) },
      /it must exceed 10000, or positions open liquidatable/,
    ],
  ];

  it.each(cases)("refuses %s", (_, config, reason) => {
    expect(reasonsOf(config)).toContainEqual(expect.stringMatching(reason));
  });
});
