"use client";

import { type AssetState, type LendingVaultState, WAD } from "@gimbal/sdk";
import type { ReactNode } from "react";
import { Explain } from "@/components/ui/explain";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { vaultCopy } from "@/content/vault";
import { usdOf } from "@/features/transaction/usd";
import { Value } from "@/features/transaction/value";
import { formatShareCount } from "@/features/transaction/vault/shares";
import {
  formatChange,
  formatShare,
  formatSharePrice,
  formatSupplyRate,
  formatToken,
  formatUsdCompact,
  UNKNOWN,
} from "@/lib/format";
import { earnedOf } from "./earned";
import { useVaultEvents } from "./use-vault-events";

const copy = vaultCopy.figures;

interface VaultFiguresProps {
  readonly asset: AssetState;
  readonly vault: LendingVaultState;
}

/** The owner's stake and what it earned, price of a share, size, and rate. */
export function VaultFigures({ asset, vault }: VaultFiguresProps) {
  const { stake, sharePrice } = vault;
  const hasShares = stake !== undefined && stake.shares > 0n;
  const events = useVaultEvents(hasShares ? `${vault.address}:${stake.shares}` : undefined);
  const earned = hasShares ? earnedOf(events, vault, stake.assets) : undefined;
  const isMixed = hasShares && events !== undefined && earned === undefined;
  const part = (whole: bigint, of: bigint) => formatShare(of === 0n ? 0n : (whole * WAD) / of);
  return (
    <KpiList
      name="vault-figures"
      label={copy.label}
      className="grid-cols-2 max-tablet:[&>:first-child]:col-span-2 tablet:grid-cols-6 tablet:[&>*]:col-span-2 tablet:[&>:nth-child(n+4)]:col-span-3"
    >
      <Figure
        name="stake"
        label={copy.yours}
        raw={stake?.assets}
        text={stake === undefined ? UNKNOWN : formatToken(stake.assets, asset, "nearest")}
        note={
          hasShares
            ? copy.yoursNote(formatShareCount(stake.shares, asset), part(stake.shares, vault.shares))
            : copy.yoursNone
        }
      />
      <Figure
        name="earned"
        label={<Explain term={copy.earned}>{copy.explain.earned}</Explain>}
        raw={earned}
        text={formatToken(earned, asset)}
        note={isMixed ? copy.earnedUnknown : copy.earnedNote}
      />
      <Figure
        name="sharePrice"
        label={<Explain term={copy.price}>{copy.explain.price}</Explain>}
        raw={sharePrice}
        text={formatSharePrice(sharePrice)}
        note={copy.priceNote(formatChange(sharePrice - WAD))}
      />
      <Figure
        name="size"
        label={copy.size}
        raw={vault.totalAssets}
        text={formatUsdCompact(usdOf(vault.totalAssets, asset))}
        note={copy.sizeNote(part(vault.totalAssets, asset.reserve.supplied))}
      />
      <Figure
        name="rate"
        label={copy.rate}
        raw={asset.reserve.supplyRate}
        text={formatSupplyRate(asset.reserve.supplyRate)}
        note={copy.rateNote}
      />
    </KpiList>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly raw: bigint | null | undefined;
  readonly text: string;
  readonly note: string;
}

function Figure({ name, label, raw, text, note }: FigureProps) {
  return (
    <Kpi label={label} note={note}>
      <Value name={name} raw={raw}>
        {text}
      </Value>
    </Kpi>
  );
}
