"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { Spinner } from "@/components/ui/spinner";
import { shellCopy } from "@/content/shell";
import { useAlertLog } from "@/features/alerts/alert-log";
import { useRuntime } from "@/features/data/runtime-context";
import { formatMoment } from "@/lib/format";
import { type Activity, useActivity } from "./activity-store";

const AlertList = dynamic(() => import("@/features/alerts/alert-list").then((module) => module.AlertList), {
  ssr: false,
});

const TransactionLink = dynamic(
  () => import("@/features/transaction/transaction-link").then((module) => module.TransactionLink),
  { ssr: false },
);

const copy = shellCopy.activity;
const icons = { done: "check", failed: "alert", cancelled: "close" } as const;

/** Every transaction of this browser: notices vanish, this stays. */
export function ActivityMenu() {
  const { chainId } = useRuntime();
  const entries = useActivity((state) => state.entries).filter((entry) => entry.chainId === chainId);
  const clear = useActivity((state) => state.clear);
  const unread = useAlertLog((state) => state.unread);
  const hasAlerts = useAlertLog((state) => state.alerts.length > 0);
  const pending = entries.filter((entry) => entry.state === "pending").length;

  useEffect(() => {
    void useActivity.persist.rehydrate();
  }, []);

  return (
    <Popover
      label={copy.label}
      align="end"
      className="w-80 p-0"
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={labelOf(pending, unread)}
          className={pending === 0 && !hasAlerts ? "max-tablet:hidden" : undefined}
        >
          {pending === 0 ? (
            <Icon name={unread === 0 ? "list" : "bell"} />
          ) : (
            <Spinner className="text-accent" />
          )}
          {unread > 0 && (
            <span
              aria-hidden="true"
              data-slot="unread"
              className="absolute top-1 right-1 size-2 rounded-full bg-soft-fill"
            />
          )}
        </Button>
      }
    >
      <header className="flex min-h-10 items-center justify-between px-3">
        <span className="font-semibold text-14">{copy.label}</span>
        {entries.length > 0 && (
          <Button variant="ghost" size="xs" onClick={clear}>
            {copy.clear}
          </Button>
        )}
      </header>
      {entries.length === 0 ? (
        <p className="px-3 pb-3 text-12 text-fg-3">{copy.empty}</p>
      ) : (
        <ul className="border-line border-t">
          {entries.map((entry) => (
            <ActivityLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <AlertList />
    </Popover>
  );
}

function labelOf(pending: number, unread: number): string {
  const parts = [
    copy.label,
    ...(pending === 0 ? [] : [copy.pending(pending)]),
    ...(unread === 0 ? [] : [copy.unread(unread)]),
  ];
  return parts.join(", ");
}

function ActivityLine({ entry }: { readonly entry: Activity }) {
  return (
    <li
      data-slot="activity"
      data-state={entry.state}
      className="flex gap-2.5 border-line border-b px-3 py-2 last:border-b-0"
    >
      {entry.state === "pending" ? (
        <Spinner className="mt-0.5 text-accent" />
      ) : (
        <Icon name={icons[entry.state]} size={14} className="mt-0.5 text-fg-3" />
      )}
      <span className="min-w-0 flex-1">
        {entry.title}
        <span className="block text-12 text-fg-3">{copy.states[entry.state]}</span>
        {entry.hash !== undefined && <TransactionLink hash={entry.hash} />}
      </span>
      <span className="text-12 text-fg-3">{formatMoment(entry.at)}</span>
    </li>
  );
}
