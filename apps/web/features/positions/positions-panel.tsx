"use client";

import type { AccountId, Position } from "@gimbal/sdk";
import dynamic from "next/dynamic";
import { useCallback, useState } from "react";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { positionsCopy } from "@/content/positions";
import { dataOf } from "@/features/data/loadable";
import { usePending } from "@/features/transaction/pending-store";
import { useOwner } from "@/features/wallet/use-owner";
import type { AdjustMode } from "./adjust/adjust-intent";
import { isEndangered } from "./danger/endangered";
import { DangerNotices } from "./danger/lazy";
import { LiquidationNotices } from "./history/liquidation-notices";
import { PositionsList } from "./positions-list";
import { Totals } from "./totals";
import { useOpenPositions } from "./use-open-positions";

type Tab = "positions" | "history";

const AdjustDialog = dynamic(() => import("./adjust/adjust-dialog").then((module) => module.AdjustDialog), {
  ssr: false,
});
const PendingNotices = dynamic(
  () => import("@/features/transaction/pending-notices").then((module) => module.PendingNotices),
  { ssr: false },
);
const HistoryList = dynamic(() => import("./history/history-list").then((module) => module.HistoryList), {
  ssr: false,
});

interface Adjusting {
  readonly account: AccountId;
  readonly base: number;
  readonly mode: AdjustMode;
}

/** What the owner on screen holds, and what happened to it. */
export function PositionsPanel({ slug }: { readonly slug: string }) {
  const { owner } = useOwner();
  const { accounts, positions } = useOpenPositions();
  const [tab, setTab] = useState<Tab>("positions");
  const [adjusting, setAdjusting] = useState<Adjusting>();
  const isPending = usePending((state) => state.entries.length > 0);
  const held = dataOf(accounts);
  const open = dataOf(positions);
  const count = owner === undefined ? undefined : open?.length;
  const edit = useCallback(
    ({ account, base }: Position, mode: AdjustMode) => setAdjusting({ account, base: base.index, mode }),
    [],
  );

  return (
    <div
      data-slot="positions"
      data-market={slug}
      data-status={owner === undefined ? "disconnected" : positions.status}
      className="flex flex-col tablet:max-h-[264px]"
    >
      <Tabs<Tab>
        label={positionsCopy.tabs.label}
        tabs={[
          { value: "positions", label: positionsCopy.tabs.positions, count },
          { value: "history", label: positionsCopy.tabs.history },
        ]}
        value={tab}
        onChange={setTab}
        aside={open !== undefined && open.length > 0 ? <Totals positions={open} /> : undefined}
      >
        <TabPanel value="positions">
          <LiquidationNotices key={owner} positions={open} />
          {held?.some(isEndangered) && <DangerNotices positions={held} onAdjust={edit} />}
          {isPending && <PendingNotices />}
          <PositionsList positions={positions} onAdjust={edit} />
        </TabPanel>
        <TabPanel value="history">
          <HistoryList />
        </TabPanel>
      </Tabs>
      {adjusting !== undefined && (
        <AdjustDialog
          key={`${adjusting.account}:${adjusting.base}:${adjusting.mode}`}
          account={adjusting.account}
          base={adjusting.base}
          initialMode={adjusting.mode}
          onClose={() => setAdjusting(undefined)}
          onReopen={() => setAdjusting(adjusting)}
        />
      )}
    </div>
  );
}
