"use client";

import type { PastLiquidation, Snapshot } from "@gimbal/sdk";
import { Panel } from "@/components/ui/panel";
import { ScrollTable } from "@/components/ui/scroll-table";
import { earnCopy } from "@/content/earn";
import { lossesCopy } from "@/content/losses";
import { dataOf } from "@/features/data/loadable";
import { useBorrowers } from "@/features/liquidations/use-borrowers";
import { marketTitle } from "@/features/market/market-title";
import { Value } from "@/features/transaction/value";
import { formatBlock, formatMoment, formatToken } from "@/lib/format";

const copy = lossesCopy.history;

type Loss = Extract<PastLiquidation, { readonly type: "loss" }>;

/** Every debt that was left without collateral, and who paid it, newest first. */
export function LossHistory({ snapshot }: { readonly snapshot: Snapshot }) {
  const past = dataOf(useBorrowers())?.journal.past;
  if (past === undefined) return null;
  const losses = past.filter((entry): entry is Loss => entry.type === "loss").toReversed();
  return (
    <Panel title={copy.title} data-panel="loss-history" data-rows={losses.length}>
      {losses.length === 0 ? (
        <p className="px-4 pb-4 text-fg-2">{copy.none}</p>
      ) : (
        <div className="px-4 pb-4">
          <p className="pb-2 text-12 text-fg-3">{copy.about}</p>
          <ScrollTable
            name="loss-history"
            label={copy.title}
            head={[copy.head.time, copy.head.reserve, copy.head.amount, copy.head.step]}
          >
            {losses.map((loss) => (
              <LossRow key={`${loss.transactionHash}:${loss.logIndex}`} loss={loss} snapshot={snapshot} />
            ))}
          </ScrollTable>
        </div>
      )}
    </Panel>
  );
}

function LossRow({ loss, snapshot }: { readonly loss: Loss; readonly snapshot: Snapshot }) {
  const market = snapshot.markets.find(({ id }) => id === loss.market);
  const asset = market?.assets[loss.asset];
  if (market === undefined || asset === undefined) return null;
  return (
    <tr data-loss-entry={loss.step} className="border-line border-t">
      <th scope="row" className="font-normal text-fg-2">
        {loss.timestamp === undefined
          ? copy.block(formatBlock(loss.blockNumber))
          : formatMoment(Number(loss.timestamp))}
      </th>
      <td>{earnCopy.name(asset.symbol, marketTitle(market.deployed))}</td>
      <td>
        <Value name="amount" raw={loss.amount}>
          {formatToken(loss.amount, asset, "up")}
        </Value>
      </td>
      <td>{copy.steps[loss.step]}</td>
    </tr>
  );
}
