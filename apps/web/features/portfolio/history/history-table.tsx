import { Cell, CellSub, HeadCell, Row, Table } from "@/components/ui/table";
import { portfolioCopy } from "@/content/portfolio";
import { positionsCopy } from "@/content/positions";
import { resultColours } from "@/features/positions/result-colours";
import { usdOf } from "@/features/transaction/usd";
import { Value } from "@/features/transaction/value";
import {
  formatBlock,
  formatMoment,
  formatPrice,
  formatResult,
  formatToken,
  formatUsdCost,
} from "@/lib/format";
import { directionOf } from "../result/results";
import type { EntryType, HistoryEntry } from "./entries";

const copy = portfolioCopy.history;
const { head } = copy;
const words = (): Readonly<Record<EntryType, string>> => ({ ...positionsCopy.history.types, ...copy.loans });

/** Events, newest first. */
export function HistoryTable({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <Table aria-label={copy.table}>
      <thead>
        <tr>
          <HeadCell>{head.time}</HeadCell>
          <HeadCell className="max-tablet:hidden">{head.account}</HeadCell>
          <HeadCell>{head.what}</HeadCell>
          <HeadCell numeric>{head.size}</HeadCell>
          <HeadCell numeric className="max-tablet:hidden">
            {head.price}
          </HeadCell>
          <HeadCell numeric className="max-desktop:hidden">
            {head.fee}
          </HeadCell>
          <HeadCell numeric>{head.result}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Line key={entry.key} entry={entry} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ entry }: { readonly entry: HistoryEntry }) {
  const { type, time, blockNumber, side, asset, quote, market, transactionHash } = entry;
  const gain = usdOf(entry.result ?? entry.realised, quote);
  const name = side === undefined ? asset.symbol : positionsCopy.name(asset.symbol, side);
  return (
    <Row data-entry={type} data-hash={transactionHash}>
      <Cell className="h-10 text-fg-2">
        {time === undefined
          ? positionsCopy.history.block(formatBlock(blockNumber))
          : formatMoment(Number(time))}
      </Cell>
      <Cell className="h-10 max-tablet:hidden">
        <span className="font-medium">{name}</span> <span className="text-fg-3">{market.name}</span>
      </Cell>
      <Cell className={type === "liquidation" || type === "write-off" ? "h-10 text-auction" : "h-10"}>
        {words()[type]}
        <CellSub className="tablet:hidden">{name}</CellSub>
      </Cell>
      <Cell numeric className="h-10">
        <Value name="size" raw={entry.size}>
          {sizeText(entry)}
        </Value>
      </Cell>
      <Cell numeric className="h-10 max-tablet:hidden">
        {formatPrice(usdOf(entry.price, quote))}
      </Cell>
      <Cell numeric className="h-10 text-fg-2 max-desktop:hidden">
        {formatUsdCost(usdOf(entry.fee, quote))}
      </Cell>
      <Cell numeric className="h-10">
        <Value name="result" raw={gain} className={resultColours[directionOf(gain)]}>
          {formatResult(gain)}
        </Value>
      </Cell>
    </Row>
  );
}

/** What moved: the base asset, or where only quote moved, the quote. */
function sizeText({ size, asset, quote, paidIn }: HistoryEntry): string {
  if (size !== 0n || paidIn === undefined) return formatToken(size < 0n ? -size : size, asset);
  return formatToken(paidIn < 0n ? -paidIn : paidIn, quote);
}
