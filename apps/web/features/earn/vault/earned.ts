import type { VaultEvent } from "@gimbal/sdk";

/** What brought shares of one vault to an owner, in tokens of its asset. */
export interface PaidIn {
  readonly market: number;
  readonly asset: number;
  /** Paid in less taken out; undefined once shares were sent without tokens: nobody knows what was paid for them. */
  readonly assets: bigint | undefined;
}

/** Sums of an owner's past, one for each vault. */
export function paidInOf(events: readonly VaultEvent[]): readonly PaidIn[] {
  const sums = new Map<string, PaidIn>();
  for (const { market, asset, assets } of events) {
    const key = `${market}.${asset}`;
    const before = sums.get(key);
    const sum = before === undefined ? 0n : before.assets;
    sums.set(key, {
      market,
      asset,
      assets: sum === undefined || assets === undefined ? undefined : sum + assets,
    });
  }
  return [...sums.values()];
}

/** Each conversion rounds down by less than a unit: what is lost that way is no loss. */
function withoutRounding(earned: bigint, conversions: number): bigint {
  return earned < 0n && -earned <= BigInt(conversions) ? 0n : earned;
}

/** What a stake earned since its first share; undefined where that is not known. */
export function earnedOf(
  events: readonly VaultEvent[] | undefined,
  vault: { readonly market: number; readonly asset: number },
  worth: bigint | undefined,
): bigint | undefined {
  if (events === undefined || worth === undefined) return undefined;
  const paid = paidInOf(events).find(({ market, asset }) => market === vault.market && asset === vault.asset);
  if (paid === undefined) return worth === 0n ? 0n : undefined;
  if (paid.assets === undefined) return undefined;
  // two for each event, and one for the worth of now
  return withoutRounding(worth - paid.assets, 2 * events.length + 1);
}
