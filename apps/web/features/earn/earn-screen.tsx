"use client";

import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { common } from "@/content/common";
import { earnCopy } from "@/content/earn";
import { dataOf } from "@/features/data/loadable";
import { useShared } from "@/features/data/use-shared";
import { useSnapshot } from "@/features/data/use-snapshot";
import { useIsPhone } from "@/features/trade/use-is-phone";
import { CurvePanel } from "./curve-panel";
import type { EarnMode } from "./dialog/earn-form";
import { EarnKpis } from "./earn-kpis";
import { EarnSkeleton } from "./earn-skeleton";
import { WaterfallSkeleton } from "./losses/waterfall-skeleton";
import { ReserveCards } from "./reserve-cards";
import { ReserveTable } from "./reserve-table";
import { reservesOf } from "./reserves";
import { ShortfallBanners } from "./shortfall-banners";
import { useVaults, type Vaults } from "./vault/use-vaults";
import { VaultSkeleton } from "./vault/vault-skeleton";

const EarnDialog = dynamic(() => import("./dialog/earn-dialog").then((module) => module.EarnDialog), {
  ssr: false,
});
const BackstopSection = dynamic(
  () => import("./backstop/backstop-section").then((module) => module.BackstopSection),
  { ssr: false },
);
const LossSection = dynamic(() => import("./losses/loss-section").then((module) => module.LossSection), {
  ssr: false,
});

const WaterfallSection = dynamic(
  () => import("./losses/waterfall-section").then((module) => module.WaterfallSection),
  { ssr: false, loading: () => <WaterfallSkeleton /> },
);

const LossHistory = dynamic(() => import("./losses/loss-history").then((module) => module.LossHistory), {
  ssr: false,
});

const VaultPanel = dynamic(() => import("./vault/vault-panel").then((module) => module.VaultPanel), {
  ssr: false,
  loading: () => <VaultSkeleton />,
});

const BorrowersPanel = dynamic(
  () => import("./borrowers/borrowers-panel").then((module) => module.BorrowersPanel),
  { ssr: false, loading: () => <Skeleton className="h-40 rounded-3" /> },
);

interface Editing {
  readonly key: string;
  readonly mode: EarnMode;
}

/** What can be lent, what it earns, and what the owner lends. */
export function EarnScreen() {
  const snapshot = useSnapshot();
  const isPhone = useIsPhone();
  const [selected, setSelected] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const edit = useCallback((key: string, mode: EarnMode) => setEditing({ key, mode }), []);
  const data = snapshot.status === "ok" || snapshot.status === "stale" ? snapshot.data : undefined;
  const vaults = useVaults();
  const stakes = stakesOf(dataOf(vaults), data?.owner);
  const reserves = useShared(
    useMemo(() => (data === undefined ? [] : reservesOf(data, stakes ?? "unknown")), [data, stakes]),
  );
  const chosen = reserves.find(({ key }) => key === selected) ?? reserves[0];
  const edited = reserves.find(({ key }) => key === editing?.key);
  const List = isPhone === true ? ReserveCards : ReserveTable;

  return (
    <div data-slot="earn" data-status={snapshot.status} className="grid gap-3">
      <header className="flex min-h-10 flex-wrap items-center gap-x-3.5">
        <h1 className="font-semibold text-20 tracking-figure">{earnCopy.title}</h1>
        <p className="text-fg-3">{earnCopy.about}</p>
      </header>
      {snapshot.status === "error" ? (
        <ErrorState title={earnCopy.failed.title} onRetry={snapshot.retry} retryLabel={common.retry}>
          {earnCopy.failed.body}
        </ErrorState>
      ) : data === undefined || isPhone === undefined ? (
        <EarnSkeleton />
      ) : chosen === undefined ? (
        <EmptyState title={earnCopy.empty.title}>{earnCopy.empty.body}</EmptyState>
      ) : (
        <>
          <EarnKpis reserves={reserves} hasOwner={data.owner !== undefined} />
          <WaterfallSection snapshot={data} />
          <ShortfallBanners reserves={reserves} />
          <div className="grid items-start gap-3 desktop:grid-cols-[minmax(0,1fr)_400px]">
            <div className="grid min-w-0 grid-cols-1 gap-3">
              <Panel title={earnCopy.table.title}>
                <List
                  reserves={reserves}
                  selected={chosen.key}
                  isStale={snapshot.status === "stale"}
                  onSelect={setSelected}
                  onEdit={edit}
                />
              </Panel>
              <VaultPanel key={chosen.key} reserve={chosen} vaults={vaults} snapshot={data} />
              <BorrowersPanel reserve={chosen} />
            </div>
            <CurvePanel reserve={chosen} />
          </div>
          <BackstopSection snapshot={data} />
          <LossSection snapshot={data} />
          <LossHistory snapshot={data} />
        </>
      )}
      {data !== undefined && edited !== undefined && editing !== undefined && (
        <EarnDialog
          key={`${editing.key}:${editing.mode}`}
          snapshot={data}
          reserve={edited}
          initialMode={editing.mode}
          onClose={() => setEditing(undefined)}
          onReopen={() => setEditing(editing)}
        />
      )}
    </div>
  );
}

/** The vaults as the owner on screen has them; undefined while they are another's, or not read yet. */
function stakesOf(vaults: Vaults | undefined, owner: string | undefined): Vaults | undefined {
  return owner === undefined || vaults?.owner?.toLowerCase() === owner.toLowerCase() ? vaults : undefined;
}
