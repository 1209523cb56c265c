"use client";

import type { AccountId } from "@gimbal/sdk";
import { useId } from "react";
import { Switch } from "@/components/ui/switch";
import { dangerCopy } from "@/content/danger";
import { useDeployment } from "@/features/data/runtime-context";
import { openReview } from "@/features/transaction/transaction-store";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { useAuctionRecord } from "./use-auction-record";

const copy = dangerCopy.softZone;

interface SoftZoneSettingProps {
  readonly account: AccountId;
  readonly market: number;
  /** Called before the review opens. */
  readonly onReview: () => void;
  /** Shows the dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** The soft-zone choice of an open position; each change is a transaction. */
export function SoftZoneSetting({ account, market, onReview, onReopen }: SoftZoneSettingProps) {
  const id = useId();
  const record = useAuctionRecord(account);
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const canSign = useCanSign();
  if (record === undefined) return null;
  return (
    <div data-slot="soft-zone-setting" data-on={record.softZone} className="border-line border-t pt-3">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{copy.label}</span>
        <Switch
          label={copy.label}
          checked={record.softZone}
          describedBy={id}
          disabled={!canSign.ok}
          onChange={(on) => {
            if (owner === undefined) return;
            onReview();
            openReview({ type: "softZone", account, market, on }, { owner, chainId }, { back: onReopen });
          }}
        />
      </div>
      <p id={id} className="mt-1 text-12 text-fg-3 leading-[1.4]">
        {copy.sentence}
      </p>
    </div>
  );
}
