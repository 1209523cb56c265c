import type { Snapshot } from "@gimbal/sdk";
import { Cell, Row } from "@/components/ui/table";
import { positionsCopy } from "@/content/positions";
import { Value } from "@/features/transaction/value";
import { formatBlock, formatMoment } from "@/lib/format";
import { resultColours } from "../result-colours";
import { type AccountTrade, tradeView } from "./trade-view";

interface TradeRowProps {
  readonly trade: AccountTrade;
  readonly snapshot: Snapshot;
  /** [unix seconds] */
  readonly time: bigint | undefined;
}

/** One event in the history. */
export function TradeRow({ trade, snapshot, time }: TradeRowProps) {
  const view = tradeView(trade, snapshot);
  const { gain } = view;
  const direction = gain === undefined || gain === 0n ? "flat" : gain > 0n ? "gain" : "loss";
  return (
    <Row data-trade={trade.type} data-hash={trade.transactionHash}>
      <Cell className="h-9 text-fg-2">
        {time === undefined
          ? positionsCopy.history.block(formatBlock(trade.blockNumber))
          : formatMoment(Number(time))}
      </Cell>
      <Cell className="h-9 font-medium">{view.name}</Cell>
      <Cell className={trade.type === "liquidation" ? "h-9 text-auction" : "h-9"}>{view.what}</Cell>
      <Cell numeric className="h-9">
        <Value name="size" raw={trade.size}>
          {view.size}
        </Value>
      </Cell>
      <Cell numeric className="h-9 max-tablet:hidden">
        <Value name="price" raw={trade.price}>
          {view.price}
        </Value>
      </Cell>
      <Cell numeric className="h-9 max-tablet:hidden">
        <Value name="realised" raw={gain} className={resultColours[direction]}>
          {view.result}
        </Value>
      </Cell>
    </Row>
  );
}
