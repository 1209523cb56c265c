"use client";

import dynamic from "next/dynamic";

/** Loaded when a position is in danger, and not before. */
export const DangerNotices = dynamic(
  () => import("./danger-notices").then((module) => module.DangerNotices),
  { ssr: false },
);
export const AuctionNote = dynamic(() => import("./auction-note").then((module) => module.AuctionNote), {
  ssr: false,
});
