"use client";

import dynamic from "next/dynamic";
import { useDemoRequests } from "./requests";

const ApprovalDialog = dynamic(() => import("./approval-dialog").then((module) => module.ApprovalDialog), {
  ssr: false,
});

/** Loads the demo wallet's window with its first request. */
export function ApprovalHost() {
  const isAsked = useDemoRequests(({ queue }) => queue.length > 0);
  return isAsked ? <ApprovalDialog /> : null;
}
