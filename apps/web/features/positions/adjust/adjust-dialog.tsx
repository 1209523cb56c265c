"use client";

import { type AccountId, positionOf } from "@gimbal/sdk";
import { Dialog } from "@/components/ui/dialog";
import { positionsCopy } from "@/content/positions";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { nameOf } from "../position-view";
import { AdjustBody } from "./adjust-body";
import type { AdjustMode } from "./adjust-intent";

interface AdjustDialogProps {
  readonly account: AccountId;
  /** Index of the asset it is about; the largest exposure when left out. */
  readonly base?: number;
  readonly initialMode: AdjustMode;
  readonly onClose: () => void;
  /** Shows this dialog again, when a person steps back from the review. */
  readonly onReopen: () => void;
}

const copy = positionsCopy.dialog;

/** Adds to, takes from, or shrinks one position. */
export function AdjustDialog({ account, base, initialMode, onClose, onReopen }: AdjustDialogProps) {
  const snapshot = dataOf(useSnapshot());
  const isRead = snapshot?.accounts.some(({ id }) => id === account) ?? false;
  const position = snapshot !== undefined && isRead ? positionOf(snapshot, account, base) : undefined;
  const title = position === undefined ? positionsCopy.adjust : copy.title(nameOf(position));
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} width={480}>
      {snapshot === undefined || position === undefined ? (
        <p className="text-fg-2">{copy.gone}</p>
      ) : (
        <AdjustBody
          snapshot={snapshot}
          position={position}
          initialMode={initialMode}
          onClose={onClose}
          onReopen={onReopen}
        />
      )}
    </Dialog>
  );
}
