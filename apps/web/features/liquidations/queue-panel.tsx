"use client";

import type { Usd } from "@gimbal/sdk";
import { Panel } from "@/components/ui/panel";
import { liquidationsCopy } from "@/content/liquidations";
import { formatUsdCompact } from "@/lib/format";
import type { AccountView } from "./auction-view";
import { BackstopQueue, type BackstopQueueProps } from "./backstop-queue";
import type { LossTotals } from "./history";
import { NettingLine } from "./netting-line";
import { QueueTitle } from "./queue-title";
import { useNettings } from "./use-nettings";

const copy = liquidationsCopy.queue;

interface QueuePanelProps extends BackstopQueueProps {
  readonly views: readonly AccountView[];
  readonly insurance: Usd | undefined;
  readonly losses: LossTotals | undefined;
  readonly className?: string | undefined;
}

/** What happens to debt that no bidder closes, step by step. */
export function QueuePanel(props: QueuePanelProps) {
  const { auctions, views, insurance, losses } = props;
  const nettings = useNettings(auctions, views);
  return (
    <Panel title={copy.title} data-panel="queue" className={props.className}>
      <div className="grid gap-4 px-4 pb-4">
        <section data-slot="netting-queue">
          <QueueTitle end={copy.nettingAfter}>{copy.netting}</QueueTitle>
          {auctions.length === 0 ? (
            <p className="text-12 text-fg-3">{copy.nettingNone}</p>
          ) : (
            <ul>
              {auctions.map((auction) => (
                <NettingLine key={auction.key} auction={auction} asked={nettings.get(auction.key)} />
              ))}
            </ul>
          )}
          <p className="mt-1.5 text-12 text-fg-3 leading-[1.45]">{copy.nettingAbout}</p>
        </section>
        <BackstopQueue {...props} />
        <section>
          <QueueTitle end={formatUsdCompact(insurance)}>{copy.insurance}</QueueTitle>
          <p className="text-12 text-fg-3 leading-[1.45]">
            {copy.insuranceAbout}{" "}
            {losses?.suppliers === undefined
              ? ""
              : losses.suppliers === 0n
                ? copy.insuranceNone
                : copy.insuranceLost(formatUsdCompact(losses.suppliers))}
          </p>
        </section>
      </div>
    </Panel>
  );
}
