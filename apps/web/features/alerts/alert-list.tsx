"use client";

import { useEffect } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { alertsCopy } from "@/content/alerts";
import { useRuntime } from "@/features/data/runtime-context";
import { formatMoment } from "@/lib/format";
import { useAlertLog } from "./alert-log";

const copy = alertsCopy.log;

/** Alarms that rang, in the activity menu. */
export function AlertList() {
  const { chainId } = useRuntime();
  const alerts = useAlertLog((state) => state.alerts).filter((alert) => alert.chainId === chainId);
  const markRead = useAlertLog((state) => state.markRead);
  const clear = useAlertLog((state) => state.clear);
  useEffect(() => markRead(), [markRead]);
  if (alerts.length === 0) return null;
  return (
    <section aria-label={copy.title} className="border-line border-t">
      <header className="flex min-h-10 items-center justify-between px-3">
        <span className="font-semibold text-14">{copy.title}</span>
        <Button variant="ghost" size="xs" aria-label={copy.clear} onClick={clear}>
          {copy.clear}
        </Button>
      </header>
      <ul className="border-line border-t">
        {alerts.map(({ id, sentence, at }) => (
          <li
            key={id}
            data-slot="alert"
            className="flex gap-2.5 border-line border-b px-3 py-2 last:border-b-0"
          >
            <Icon name="bell" size={14} className="mt-0.5 text-soft" />
            <span className="min-w-0 flex-1">{sentence}</span>
            <span className="shrink-0 text-12 text-fg-3">{formatMoment(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
