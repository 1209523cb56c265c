import { type Address, type Hex, hexToString, isAddressEqual } from "viem";
import { inUnits, type Unit } from "../amounts/sentences";
import type { Plan } from "../plan";
import type { Snapshot } from "../types";

/** What helps to put an error into people's units. */
export interface ErrorContext {
  /** Tokens, markets and decimals. */
  readonly snapshot?: Snapshot | undefined;
  /** The plan that failed: says which tokens the amounts of the error are in. */
  readonly plan?: Pick<Plan, "units"> | undefined;
}

/** Which of the tokens of an action an amount is in. */
export type Role = "collateral" | "debt" | "traded";

/** Puts the arguments of errors into words. Without context, amounts stay integers and say so. */
export interface Words {
  amount(value: bigint, role: Role): string;
  tokenAmount(value: bigint, token: Address | undefined): string;
  market(id: number): string;
  asset(market: number, index: number): string;
  token(address: Address): string;
  address(address: Hex): string;
  /** Name of a parameter in a `bytes32`. */
  name(value: Hex): string;
}

/** Words for a context. */
export function words(context: ErrorContext): Words {
  const { snapshot, plan } = context;
  const assets = snapshot?.markets.flatMap((m) => m.assets) ?? [];
  const put = (value: bigint, unit: Unit | undefined) =>
    unit === undefined ? `${value} units` : inUnits(value, unit);
  const byToken = (token: Address) => assets.find((a) => isAddressEqual(a.token, token));
  return {
    amount: (value, role) => put(value, plan?.units[role]),
    tokenAmount: (value, token) => put(value, token === undefined ? undefined : byToken(token)),
    market: (id) => {
      const market = snapshot?.markets.find((m) => m.id === id);
      if (market === undefined) return `market ${id}`;
      if (market.deployed.kind === "cross") return "the cross-margin market";
      return market.assets
        .map((a) => a.symbol)
        .reverse()
        .join("/");
    },
    asset: (market, index) =>
      assets.find((a) => a.market === market && a.index === index)?.symbol ??
      `asset ${index} of market ${market}`,
    token: (address) => byToken(address)?.symbol ?? short(address),
    address: short,
    name: (value) => hexToString(value, { size: 32 }),
  };
}

/** A sentence that begins with a word of ours begins with a capital; symbols stay as they are. */
export function sentenceCase(sentence: string): string {
  return sentence.replace(/^(market|asset|the) /, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function short(hex: Hex): string {
  return hex.length > 14 ? `${hex.slice(0, 6)}…${hex.slice(-4)}` : hex;
}
