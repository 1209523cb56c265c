import type { ContractFunctionReturnType } from "viem";
import type { lensAbi } from "../generated/abis";
import type {
  PriceReason,
  PriceState,
  PriceStatus,
  SequencerStatus,
  SourceState,
  SourceStatus,
} from "../priceState";

type RawAsset = ContractFunctionReturnType<
  typeof lensAbi,
  "view",
  "snapshot"
>["markets"][number]["assets"][number];
type RawSource = RawAsset["price"]["feed"];

// In the order of the contracts' enums and bits.
const STATUS = ["ok", "guarded", "down"] as const satisfies readonly PriceStatus[];
const SEQUENCER = ["absent", "up", "down", "settling"] as const satisfies readonly SequencerStatus[];
const SOURCE = [
  "absent",
  "ok",
  "silent",
  "stale",
  "out-of-bounds",
  "uncertain",
  "quote-down",
  "illiquid",
] as const satisfies readonly SourceStatus[];
const REASONS = [
  "feed",
  "pyth",
  "witness",
  "deviation",
  "jump",
  "base",
  "sequencer",
] as const satisfies readonly PriceReason[];

/** The oracle's report and price words of one asset, as the lens gives them. */
export function priceState(raw: RawAsset): PriceState {
  const { status, reasons, feed, pyth, pool, sequencer, proposal, ...numbers } = raw.price;
  return {
    ...numbers,
    status: STATUS[status] ?? "down",
    reasons: REASONS.filter((_, bit) => ((reasons >> BigInt(bit)) & 1n) === 1n),
    feed: sourceState(feed),
    pyth: sourceState(pyth),
    pool: sourceState(pool),
    sequencer: SEQUENCER[sequencer] ?? "down",
    proposal: proposal.startedAt === 0n ? undefined : proposal,
    opening: { low: raw.openingLow, high: raw.openingHigh },
    maintenance: { low: raw.maintenanceLow, high: raw.maintenanceHigh },
  };
}

function sourceState({ state, ...numbers }: RawSource): SourceState {
  return { ...numbers, status: SOURCE[state] ?? "silent" };
}
