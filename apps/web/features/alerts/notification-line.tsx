"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { alertsCopy } from "@/content/alerts";

const copy = alertsCopy.notifications;

type State = "default" | "granted" | "denied" | "unsupported";

function stateNow(): State {
  return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}

/** Whether the browser may show alerts outside of the page. It is asked only by a press. */
export function NotificationLine() {
  const [state, setState] = useState<State>(stateNow);
  const ask = async () => {
    await Notification.requestPermission();
    setState(stateNow());
  };
  return (
    <p data-slot="notifications" data-state={state} className="flex items-center gap-3 text-12 text-fg-2">
      <span className="flex-1">{copy[state]}</span>
      {state === "default" && (
        <Button size="sm" onClick={() => void ask()}>
          {copy.allow}
        </Button>
      )}
    </p>
  );
}
