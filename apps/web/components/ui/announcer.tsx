"use client";

import { create } from "zustand";

const useAnnouncement = create<{ readonly text: string }>(() => ({ text: "" }));

/** Says a sentence to assistive technology. One polite region, for zone changes and transaction results only. */
export function announce(text: string): void {
  useAnnouncement.setState({ text });
}

/** The region itself; mounted once by the shell. */
export function Announcer() {
  const text = useAnnouncement((state) => state.text);
  return (
    <p role="status" aria-live="polite" data-slot="announcer" className="sr-only">
      {text}
    </p>
  );
}
