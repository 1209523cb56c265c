import type { ContractFunctionReturnType } from "viem";
import { accountIndex, accountOwner } from "../accounts";
import type { lensAbi } from "../generated/abis";
import type { AccountState } from "../types";

type Raw = ContractFunctionReturnType<typeof lensAbi, "view", "accounts">[number];

/** An account as the lens reads it. */
export function accountState(raw: Raw): AccountState {
  return {
    id: raw.account,
    owner: accountOwner(raw.account),
    index: accountIndex(raw.account),
    market: raw.market,
    collateral: raw.collateral,
    debt: raw.debt,
    maintenance: raw.priced ? raw.maintenance : undefined,
    initial: raw.priced ? raw.initial : undefined,
  };
}
