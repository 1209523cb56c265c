"use client";

import type { Snapshot } from "@gimbal/sdk";
import { dataOf } from "@/features/data/loadable";
import { useBorrowers } from "@/features/liquidations/use-borrowers";
import { WaterfallPanel } from "@/features/liquidations/waterfall/waterfall-panel";
import { WaterfallSkeleton } from "./waterfall-skeleton";

/** Whether lenders are whole, of all markets. */
export function WaterfallSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const past = dataOf(useBorrowers())?.journal.past;
  return past === undefined ? <WaterfallSkeleton /> : <WaterfallPanel past={past} snapshot={snapshot} />;
}
