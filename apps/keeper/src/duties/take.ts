import type { AccountId } from "@gimbal/sdk";
import { decodeFunctionResult, encodeFunctionData, erc20Abi, maxUint256 } from "viem";
import { engineAbi } from "../engineAbi";
import type { Plan } from "../outbox/plan";
import type { Duty, Round } from "./duty";
import { flashTake } from "./flashTake";
import type { DutyName } from "./names";
import { margin, price, type QuotedPair, quotePairs, worth } from "./pairs";

/** Accounts looked at in one round: those with most at stake. */
const MOST = 40;
const GAS_CAP = 3_000_000n;
const WAD = 10n ** 18n;

/** Takes auctions: repays debt of unhealthy accounts for their collateral, when that earns more than the gas. */
export const take: Duty = {
  name: "take",
  plans: (round) =>
    takesOf(
      "take",
      round,
      round.unhealthy.map(({ account }) => account),
    ),
};

/** Takes of some accounts, the best pair of each that is worth it. */
export async function takesOf(
  duty: DutyName,
  round: Round,
  ids: readonly AccountId[],
): Promise<readonly Plan[]> {
  const free = ids.filter((id) => round.isFree(purposeOf(id))).slice(0, MOST);
  const worthwhile = (await quotePairs(round, free)).filter(
    (pair) => pair.quote.repaid > 0n && margin(pair) > round.minProfit,
  );
  const best = new Map<AccountId, QuotedPair>();
  for (const pair of worthwhile) {
    const { id } = pair.account;
    const other = best.get(id);
    if (other === undefined || margin(other) < margin(pair)) best.set(id, pair);
  }
  const plans = [...best.values()].map((pair) =>
    round.takeWith === "flash" ? flashTake(duty, purposeOf, pair, round) : walletTake(duty, pair, round),
  );
  return (await Promise.all(plans)).filter((plan) => plan !== undefined);
}

function purposeOf(id: AccountId): string {
  return `take ${id}`;
}

/** A take with the tokens of the key, as far as balance and allowance go. The keeper never approves anything. */
async function walletTake(duty: DutyName, pair: QuotedPair, round: Round): Promise<Plan | undefined> {
  const { account, collateral, debt, quote } = pair;
  const { marginEngine } = round.deployment.contracts;
  const [balance, allowance] = await Promise.all([
    round.reader.readContract({
      address: debt.token,
      abi: erc20Abi,
      functionName: "balanceOf",
      args: [round.keeper],
    }),
    round.reader.readContract({
      address: debt.token,
      abi: erc20Abi,
      functionName: "allowance",
      args: [round.keeper, marginEngine],
    }),
  ]);
  const most = least(balance, allowance);
  const maxRepaid = (most * quote.repaid) / (quote.repaid + quote.fee);
  if (maxRepaid === 0n) return undefined;
  const data = (maxPrice: bigint) =>
    encodeFunctionData({
      abi: engineAbi,
      functionName: "liquidate",
      args: [
        account.id,
        {
          collateralAsset: collateral.index,
          debtAsset: debt.index,
          maxRepaid,
          maxPrice,
          deadline: round.deadline,
          to: round.recipient,
          data: "0x",
        },
      ],
    });
  const earned = (paid: bigint, seized: bigint) => worth(seized, collateral) - price(paid, debt);
  return {
    purpose: purposeOf(account.id),
    duty,
    account: account.id,
    to: marginEngine,
    data: data(maxUint256),
    gasCap: GAS_CAP,
    earns: (result) => {
      const [paid, seized] = decodeFunctionResult({
        abi: engineAbi,
        functionName: "liquidate",
        data: result,
      });
      return earned(paid, seized);
    },
    // The same profit as a price: what is paid for one unit of collateral, at most.
    withFloor: (floor) => {
      const value = worth(quote.seized, collateral) - floor;
      const units = value <= 0n ? 0n : (value * WAD) / debt.price.maintenance.high;
      return data((units * WAD) / quote.seized);
    },
  };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
