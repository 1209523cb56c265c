"use client";

import dynamic from "next/dynamic";

/** First steps, for who has not seen them; loaded after the page. */
export const HelpHost = dynamic(
  () => import("@/features/help/help-strip").then((module) => module.HelpStrip),
  { ssr: false },
);
