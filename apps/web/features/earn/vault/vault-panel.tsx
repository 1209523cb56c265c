"use client";

import type { Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { common } from "@/content/common";
import { earnCopy } from "@/content/earn";
import { vaultCopy } from "@/content/vault";
import type { Loadable } from "@/features/data/loadable";
import type { ReserveView } from "../reserves";
import type { Vaults } from "./use-vaults";
import { VaultActions } from "./vault-actions";
import { VaultAddress } from "./vault-address";
import { VaultFigures } from "./vault-figures";
import type { VaultMode } from "./vault-form";
import { VaultRecovery } from "./vault-recovery";
import { VaultBodySkeleton } from "./vault-skeleton";

const VaultDialog = dynamic(() => import("./vault-dialog").then((module) => module.VaultDialog), {
  ssr: false,
});

const copy = vaultCopy;

interface VaultPanelProps {
  readonly reserve: ReserveView;
  readonly vaults: Loadable<Vaults>;
  readonly snapshot: Snapshot;
}

/** The loan to one reserve as a token: what it is for, what it is worth, and the owner's shares. */
export function VaultPanel({ reserve, vaults, snapshot }: VaultPanelProps) {
  const [mode, setMode] = useState<VaultMode>();
  const { asset, marketName, key, vault } = reserve;
  return (
    <Panel
      title={copy.title(earnCopy.name(asset.symbol, marketName))}
      data-vault={key}
      data-status={vaults.status}
    >
      <div className={cx("grid gap-4 px-4 pb-4", vaults.status === "stale" && "opacity-60")}>
        <p className="text-12 text-fg-2 leading-[1.45]">{copy.about}</p>
        {vaults.status === "error" ? (
          <ErrorState title={copy.failed.title} onRetry={vaults.retry} retryLabel={common.retry}>
            {copy.failed.body}
          </ErrorState>
        ) : asset.deployed.lendingVault === null ? (
          <p className="text-fg-3">{copy.none}</p>
        ) : vault === undefined ? (
          <VaultBodySkeleton />
        ) : (
          <>
            <VaultFigures asset={asset} vault={vault} />
            <VaultRecovery asset={asset} vault={vault} />
            <div className="flex flex-wrap items-end justify-between gap-3">
              <VaultAddress address={vault.address} />
              <VaultActions reserve={reserve} onEdit={setMode} />
            </div>
          </>
        )}
      </div>
      {vault !== undefined && mode !== undefined && (
        <VaultDialog
          key={`${key}:${mode}`}
          snapshot={snapshot}
          reserve={{ ...reserve, vault }}
          initialMode={mode}
          onClose={() => setMode(undefined)}
          onReopen={() => setMode(mode)}
        />
      )}
    </Panel>
  );
}
