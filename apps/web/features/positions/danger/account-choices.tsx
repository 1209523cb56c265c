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

interface AccountChoicesProps {
  readonly account: AccountId;
  readonly market: number;
  /** Called before the review opens. */
  readonly onReview: () => void;
  /** Shows the dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

/** What the owner of an open position lets others do with it; each change is a transaction. */
export function AccountChoices({ account, market, onReview, onReopen }: AccountChoicesProps) {
  const record = useAuctionRecord(account);
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  if (record === undefined) return null;
  const choose = (type: "softZone" | "nettable") => (on: boolean) => {
    if (owner === undefined) return;
    onReview();
    openReview({ type, account, market, on }, { owner, chainId }, { back: onReopen });
  };
  return (
    <>
      <Choice
        slot="soft-zone-setting"
        words={dangerCopy.softZone}
        isOn={record.softZone}
        onChange={choose("softZone")}
      />
      <Choice
        slot="nettable-setting"
        words={dangerCopy.netting}
        isOn={record.nettable}
        onChange={choose("nettable")}
      />
    </>
  );
}

interface ChoiceProps {
  readonly slot: string;
  readonly words: { readonly label: string; readonly sentence: string };
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ slot, words, isOn, onChange }: ChoiceProps) {
  const id = useId();
  const canSign = useCanSign();
  return (
    <div data-slot={slot} data-on={isOn} className="border-line border-t pt-3">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{words.label}</span>
        <Switch
          label={words.label}
          checked={isOn}
          describedBy={id}
          disabled={!canSign.ok}
          onChange={onChange}
        />
      </div>
      <p id={id} className="mt-1 text-12 text-fg-3 leading-[1.4]">
        {words.sentence}
      </p>
    </div>
  );
}
