"use client";

import { type AssetState, accountOwner, type PastLoss, type Seconds } from "@gimbal/sdk";
import { memo } from "react";
import { Cell, CellSub, Row } from "@/components/ui/table";
import { liquidationsCopy } from "@/content/liquidations";
import { Value } from "@/features/transaction/value";
import {
  formatAddress,
  formatBlock,
  formatMoment,
  formatResult,
  formatShare,
  formatToken,
} from "@/lib/format";
import type { CloseRow } from "./history";

const copy = liquidationsCopy.history;

interface CloseLineProps {
  readonly row: CloseRow;
  readonly time: Seconds | undefined;
}

/** One close in the history. */
export const CloseLine = memo(function CloseLine({ row, time }: CloseLineProps) {
  const { close, collateral, debt, profit } = row;
  return (
    <Row data-close={close.path} data-account={close.account}>
      <Time block={close.blockNumber} time={time} />
      <Cell className="h-9 font-mono">{formatAddress(accountOwner(close.account))}</Cell>
      <Cell className="h-9">
        {formatToken(close.seized, collateral)}
        <CellSub>{copy.pair(collateral.symbol, debt.symbol)}</CellSub>
      </Cell>
      <Cell className="h-9">{copy.paths[close.path]}</Cell>
      <Cell numeric className="h-9">
        <Value name="repaid" raw={close.repaid}>
          {formatToken(close.repaid, debt)}
        </Value>
      </Cell>
      <Cell numeric className="h-9">
        {formatShare(close.bonus)}
      </Cell>
      <Cell numeric className="h-9">
        <Value name="profit" raw={profit}>
          {formatResult(profit)}
        </Value>
      </Cell>
      <Cell className="h-9 font-mono">{formatAddress(close.taker)}</Cell>
    </Row>
  );
});

interface LossLineProps {
  readonly loss: PastLoss;
  readonly asset: AssetState | undefined;
  readonly time: Seconds | undefined;
}

/** What a close lost, and who bore it. */
export const LossLine = memo(function LossLine({ loss, asset, time }: LossLineProps) {
  return (
    <Row data-loss={loss.step} data-account={loss.account}>
      <Time block={loss.blockNumber} time={time} />
      <Cell className="h-9 font-mono">{formatAddress(accountOwner(loss.account))}</Cell>
      <Cell className="h-9" />
      <Cell className="h-9 text-auction">{copy.lost(copy.steps[loss.step])}</Cell>
      <Cell numeric className="h-9">
        <Value name="loss" raw={loss.amount} className="text-loss">
          {asset === undefined ? loss.amount.toString() : formatToken(loss.amount, asset, "up")}
        </Value>
      </Cell>
      <Cell className="h-9" />
      <Cell className="h-9" />
      <Cell className="h-9" />
    </Row>
  );
});

function Time({ block, time }: { readonly block: bigint; readonly time: Seconds | undefined }) {
  return (
    <Cell className="h-9 text-fg-2">
      {time === undefined ? copy.block(formatBlock(block)) : formatMoment(Number(time))}
    </Cell>
  );
}
