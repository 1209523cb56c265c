"use client";

import type { ReactNode } from "react";
import { common } from "@/content/common";
import { DemoBar } from "@/features/demo/demo-bar";
import { HelpHost } from "./help-host";
import { Hosts } from "./hosts";
import { StatusBanners } from "./status-banners";
import { TopBar } from "./top-bar";

interface ShellProps {
  readonly children: ReactNode;
}

/** Frame of every page. From tablets up the page fills the window and regions scroll on their own. */
export function Shell({ children }: ShellProps) {
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
        className="flex min-h-0 flex-1 flex-col outline-none tablet:overflow-y-auto"
      >
        {children}
      </main>
      <HelpHost />
      <DemoBar />
      <Hosts />
    </div>
  );
}
