"use client";

import type { ReactNode } from "react";
import { common } from "@/content/common";
import { DemoBar } from "@/features/demo/demo-bar";
import { HelpStrip } from "@/features/help/help-strip";
import { Hosts } from "./hosts";
import { StatusBanners } from "./status-banners";
import { TopBar } from "./top-bar";

interface ShellProps {
  /** The person has seen the first steps. */
  readonly isHelped: boolean;
  readonly children: ReactNode;
}

/** Frame of every page. From tablets up the page fills the window and regions scroll on their own. */
export function Shell({ isHelped, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col tablet:h-dvh">
      <a href="#main" className="fixed top-2 -left-[999px] z-60 rounded-2 bg-raised px-3 py-2 focus:left-2">
        {common.skip}
      </a>
      <TopBar />
      <StatusBanners />
      <main
        id="main"
        tabIndex={-1}
        className="flex min-h-0 flex-1 flex-col outline-none max-tablet:min-h-dvh tablet:overflow-y-auto"
      >
        {children}
      </main>
      <HelpStrip isHelped={isHelped} />
      <DemoBar />
      <Hosts />
    </div>
  );
}
