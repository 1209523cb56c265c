"use client";

import { usePathname } from "next/navigation";
import { shellCopy } from "@/content/shell";
import { LanguageMenu } from "@/features/language/language-menu";
import { useTitle } from "@/features/language/use-title";
import { AppLink } from "@/features/watch/app-link";

const pages = [
  { href: "/trade/eth-usdc", section: "/trade", name: "trade" },
  { href: "/portfolio", section: "/portfolio", name: "portfolio" },
  { href: "/earn", section: "/earn", name: "earn" },
  { href: "/liquidations", section: "/liquidations", name: "liquidations" },
  { href: "/risk", section: "/risk", name: "risk" },
] as const;

/** Pages that exist. */
export function NavLinks() {
  const path = usePathname();
  const page = pages.find(({ section }) => path.startsWith(section))?.name;
  // a market's name is the same in every language
  useTitle(page === undefined || page === "trade" ? undefined : shellCopy.nav[page]);
  return (
    <nav
      aria-label={shellCopy.nav.label}
      className="flex gap-0.5 max-tablet:min-w-0 max-tablet:flex-1 max-tablet:gap-0 max-tablet:overflow-x-auto max-tablet:pr-4 max-tablet:[mask-image:linear-gradient(90deg,#000_calc(100%-20px),transparent)] max-tablet:[scrollbar-width:none]"
    >
      {pages.map(({ href, section, name }) => (
        <AppLink
          key={href}
          href={href}
          aria-current={path.startsWith(section) ? "page" : undefined}
          className="flex items-center rounded-2 px-2.5 py-1.5 text-fg-2 transition-colors hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-fg max-tablet:min-h-11 max-tablet:px-2"
        >
          {shellCopy.nav[name]}
        </AppLink>
      ))}
      <LanguageMenu className="tablet:hidden" />
    </nav>
  );
}
