"use client";

import dynamic from "next/dynamic";
import { Announcer } from "@/components/ui/announcer";
import { Notices } from "@/components/ui/toast";
import { ConnectModalHost } from "@/features/wallet/connect-modal-host";
import { ApprovalHost } from "@/features/wallet/demo/approval-host";

const TransactionHost = dynamic(
  () => import("@/features/transaction/transaction-host").then((module) => module.TransactionHost),
  { ssr: false },
);

const AlertWatcher = dynamic(
  () => import("@/features/alerts/alert-watcher").then((module) => module.AlertWatcher),
  { ssr: false },
);

/** What floats above every page; most of it loads after the page. */
export function Hosts() {
  return (
    <>
      <TransactionHost />
      <AlertWatcher />
      <ConnectModalHost />
      <ApprovalHost />
      <Announcer />
      <Notices />
    </>
  );
}
