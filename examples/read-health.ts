// Health, liquidation price and chance of liquidation of every position of an address: no key is needed.
import { positionsOf, readRisk, readSnapshot, touchProbability } from "@gimbal/sdk";
import { formatUnits, type Hex, isAddressEqual } from "viem";
import { connect } from "./connect";

const { client, deployment, owner } = await connect();
const snapshot = await readSnapshot(client, { deployment, owner: (process.argv[2] ?? owner) as Hex });
const { tokens } = await readRisk(client, { deployment });

for (const { base, side, health, liquidationPrice: target } of positionsOf(snapshot)) {
  const volatility = tokens.find(({ token }) => isAddressEqual(token, base.token))?.volatility;
  const known = typeof target === "bigint" && volatility !== undefined;
  const chance = known && touchProbability({ price: base.price.mid, target, volatility, horizon: 86_400n });
  console.log(
    `${base.symbol} ${side ?? "account"}: health ${show(health)}, liquidation at ${show(target)} USD, ` +
      `in 24 h with ${chance === false ? "unknown" : `${formatUnits(chance, 16)} %`}`,
  );
}

/** What is unknown, and what does not exist, are not 0. */
function show(value: bigint | null | undefined): string {
  if (value === undefined) return "unknown";
  return value === null ? "none" : formatUnits(value, 18);
}
