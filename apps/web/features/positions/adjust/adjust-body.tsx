"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { TokenInput } from "@/components/ui/token-input";
import { positionsCopy } from "@/content/positions";
import { useDeployment } from "@/features/data/runtime-context";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAmount } from "@/lib/format";
import { AccountChoices } from "../danger/account-choices";
import type { AdjustMode } from "./adjust-intent";
import { AdjustPreview } from "./adjust-preview";
import { canFlip } from "./flip-target";
import { LeverageBody } from "./leverage-body";
import { hasTarget } from "./leverage-target";
import { PartChoice } from "./part-choice";
import { type AdjustState, useAdjust } from "./use-adjust";

const copy = positionsCopy.dialog;

const FlipBody = dynamic(() => import("./flip-body").then((module) => module.FlipBody), { ssr: false });

type BodyMode = AdjustMode | "leverage" | "flip";

const modes = (["add", "remove", "reduce", "leverage", "flip"] as const).map((value) => ({
  value,
  label: copy.modes[value],
}));

interface AdjustBodyProps {
  readonly snapshot: Snapshot;
  readonly position: Position;
  readonly initialMode: AdjustMode;
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

/** The forms of the adjust dialog, one for each thing that can be changed. */
export function AdjustBody(props: AdjustBodyProps) {
  const { position, initialMode } = props;
  const [mode, setMode] = useState<BodyMode>(initialMode);
  const offered = modes.filter(
    ({ value }) => (value !== "leverage" || hasTarget(position)) && (value !== "flip" || canFlip(position)),
  );
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <Segmented<BodyMode> label={copy.mode} options={offered} value={mode} onChange={setMode} size="lg" />
      {mode === "leverage" ? (
        <LeverageBody {...props} />
      ) : mode === "flip" ? (
        <FlipBody {...props} />
      ) : (
        <AmountBody key={mode} {...props} initialMode={mode} />
      )}
    </div>
  );
}

/** An amount that is added, taken out, or sold. */
function AmountBody({ snapshot, position, initialMode, onClose, onReopen }: AdjustBodyProps) {
  const adjust = useAdjust(snapshot, position, initialMode);
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const { mode, asset, token, text, action, note, button } = adjust;
  const assets = position.market.assets.map(({ index, symbol }) => ({ value: `${index}`, label: symbol }));

  const review = () => {
    if (adjust.intent === undefined || owner === undefined) return;
    onClose();
    openReview(adjust.intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <div data-slot="adjust" data-mode={mode} data-action={action} className="grid grid-cols-1 gap-3.5">
      {mode !== "reduce" && (
        <Segmented
          label={copy.asset}
          options={assets}
          value={`${asset}`}
          onChange={(value) => adjust.setAsset(Number(value))}
          className="justify-self-start"
        />
      )}
      <TokenInput
        label={mode === "reduce" ? copy.reduceBy : copy[action === "reduce" ? "reduceBy" : action]}
        symbol={token.symbol}
        value={text}
        onChange={adjust.setText}
        aside={asideOf(adjust, position)}
        onMax={adjust.takeMax}
        note={note}
      />
      {mode === "reduce" && (
        <div>
          <PartChoice position={position} max={adjust.limit?.max} onChoose={adjust.setText} />
        </div>
      )}
      <AdjustPreview plan={adjust.plan} position={position} />
      <Button
        variant={button.state === "risky" ? "danger" : "primary"}
        size="lg"
        data-slot="adjust-action"
        data-state={button.state}
        disabled={button.state === "off" || button.state === "checking"}
        pending={button.state === "checking"}
        onClick={review}
      >
        {button.label}
      </Button>
      <AccountChoices
        account={position.account}
        market={position.market.id}
        onReview={onClose}
        onReopen={onReopen}
      />
    </div>
  );
}

function asideOf({ action, token, leg, balance }: AdjustState, { size }: Position): string {
  switch (action) {
    case "addCollateral":
      return copy.balance(formatAmount(balance, token));
    case "repay":
      return `${copy.owed(formatAmount(leg?.debt, token, "up"))} · ${copy.balance(formatAmount(balance, token))}`;
    case "removeCollateral":
      return copy.held(formatAmount(leg?.collateral, token));
    case "borrow":
      return copy.owed(formatAmount(leg?.debt ?? 0n, token, "up"));
    case "reduce":
      return copy.size(formatAmount(size, token));
  }
}
