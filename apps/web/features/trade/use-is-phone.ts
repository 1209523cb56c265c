"use client";

import { useSyncExternalStore } from "react";

const query = "(max-width: 719.98px)";

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** Whether the layout is the phone's; undefined on the server, which cannot know. */
export function useIsPhone(): boolean | undefined {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => undefined,
  );
}
