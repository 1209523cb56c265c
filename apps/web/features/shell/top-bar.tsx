"use client";

import { Logo } from "@/components/logo";
import { Explain } from "@/components/ui/explain";
import { common } from "@/content/common";
import { shellCopy } from "@/content/shell";
import { LanguageMenu } from "@/features/language/language-menu";
import { ConnectButton } from "@/features/wallet/connect-button";
import { AppLink } from "@/features/watch/app-link";
import { ActivityMenu } from "./activity-menu";
import { ChainStatus } from "./chain-status";
import { NavLinks } from "./nav-links";
import { OracleStatus } from "./oracle-status";
import { PhoneMenu } from "./phone-menu";
import { ThemeToggle } from "./theme-toggle";

/** Same on every page: where to go, what the chain says, who is connected. */
export function TopBar() {
  return (
    <header
      data-slot="top-bar"
      className="flex h-12 shrink-0 items-center gap-6 border-line border-b bg-panel px-4 max-tablet:gap-1 max-tablet:px-3"
    >
      <AppLink
        href="/trade/eth-usdc"
        aria-label={common.product}
        className="flex items-center gap-2 font-semibold text-[15px] tracking-figure"
      >
        <Logo />
        <span className="max-[360px]:hidden tablet:max-desktop:hidden">{common.product}</span>
      </AppLink>
      <NavLinks />
      <span className="rounded-1 border border-line-strong px-[7px] text-12 text-fg-2 leading-[18px] max-desktop:hidden">
        <Explain term={shellCopy.unaudited.word}>{shellCopy.unaudited.text}</Explain>
      </span>
      <div className="ml-auto flex shrink-0 items-center gap-1.5 max-tablet:gap-0.5">
        <ChainStatus />
        <span className="max-tablet:hidden">
          <OracleStatus />
        </span>
        <ActivityMenu />
        <span className="flex items-center gap-1.5 max-tablet:hidden">
          <LanguageMenu />
          <ThemeToggle />
        </span>
        <PhoneMenu />
        <ConnectButton />
      </div>
    </header>
  );
}
