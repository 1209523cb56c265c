import type { AccountId, AssetState, MarketState } from "@gimbal/sdk";
import { liquidationTakerAbi } from "@gimbal/sdk/abis";
import { concatHex, decodeFunctionResult, encodeFunctionData, type Hex, numberToHex } from "viem";
import type { Plan } from "../outbox/plan";
import type { Round } from "./duty";
import type { DutyName } from "./names";
import { type QuotedPair, worth } from "./pairs";

const GAS_CAP = 3_000_000n;
const WAD = 10n ** 18n;
/** Parts of a take that are tried: a whole one may be too much for the pool. */
const PARTS = [1n, 2n, 4n, 8n];

/** A take that the sale of the collateral pays for: whole, or the part of it that earns most. */
export async function flashTake(
  duty: DutyName,
  purposeOf: (id: AccountId) => string,
  pair: QuotedPair,
  round: Round,
): Promise<Plan | undefined> {
  const { account, debt, quote } = pair;
  const { liquidationTaker } = round.deployment.contracts;
  const path = pathOf(pair);
  if (path === undefined) return undefined;
  const data = (maxRepaid: bigint, minProfit: bigint) => callOf(pair, round, path, maxRepaid, minProfit);
  const tried = await Promise.all(
    PARTS.map(async (part) => {
      const maxRepaid = (quote.repaid + part - 1n) / part;
      const profit = await profitOf(round, data(maxRepaid, 0n));
      return { maxRepaid, profit };
    }),
  );
  // None that works: the whole one, so that its reason is heard and it is left alone for a while.
  const best = tried.reduce((a, b) => (b.profit > a.profit ? b : a));
  return {
    purpose: purposeOf(account.id),
    duty,
    account: account.id,
    to: liquidationTaker,
    data: data(best.maxRepaid, 0n),
    gasCap: GAS_CAP,
    earns: (result) => worth(decodeProfit(result), debt),
    withFloor: (floor) => data(best.maxRepaid, (floor * WAD) / debt.price.maintenance.low + 1n),
  };
}

function callOf(
  { account, collateral, debt }: QuotedPair,
  { recipient, deadline }: Round,
  path: Hex,
  maxRepaid: bigint,
  minProfit: bigint,
): Hex {
  return encodeFunctionData({
    abi: liquidationTakerAbi,
    functionName: "take",
    args: [
      account.id,
      {
        collateralAsset: collateral.index,
        debtAsset: debt.index,
        maxRepaid,
        path,
        minProfit,
        recipient,
        deadline,
      },
    ],
  });
}

/** [debt units]; −1 if it does not work at all. */
async function profitOf({ reader, keeper, deployment }: Round, data: Hex): Promise<bigint> {
  const to = deployment.contracts.liquidationTaker;
  try {
    const { data: result } = await reader.call({ account: keeper, to, data, gas: GAS_CAP });
    return decodeProfit(result ?? "0x");
  } catch {
    return -1n;
  }
}

function decodeProfit(data: Hex): bigint {
  return decodeFunctionResult({ abi: liquidationTakerAbi, functionName: "take", data });
}

/** Pools from the collateral to the debt, as Uniswap packs them: through the quote asset, whose pools they are. */
function pathOf({ collateral, debt, market }: QuotedPair): Hex | undefined {
  const quote = market.assets[0];
  if (quote === undefined) return undefined;
  const hops: { readonly from: AssetState; readonly to: AssetState }[] =
    collateral.index === 0 || debt.index === 0
      ? [{ from: collateral, to: debt }]
      : [
          { from: collateral, to: quote },
          { from: quote, to: debt },
        ];
  const fees = hops.map(({ from, to }) => feeOf(from.index === 0 ? to : from));
  if (fees.includes(undefined)) return undefined;
  return concatHex([
    collateral.token,
    ...hops.flatMap(({ to }, i) => [numberToHex(fees[i] as number, { size: 3 }), to.token]),
  ]);
}

/** [1e-6]; undefined if the asset has no pool. */
function feeOf({ deployed }: MarketState["assets"][number]): number | undefined {
  return deployed.poolFee ?? undefined;
}
