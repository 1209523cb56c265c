"use client";

import { usePathname } from "next/navigation";
import { shellCopy } from "@/content/shell";
import { useTitle } from "@/features/language/use-title";
import { AppLink } from "@/features/watch/app-link";
import { pages } from "./pages";

/** All pages in a row; a phone has them in its menu. */
export function NavLinks() {
  const path = usePathname();
  const page = pages.find(({ section }) => path.startsWith(section))?.name;
  // a market's name is the same in every language
  useTitle(page === undefined || page === "trade" ? undefined : shellCopy.nav[page]);
  return (
    <nav aria-label={shellCopy.nav.label} className="flex gap-0.5 max-tablet:hidden">
      {pages.map(({ href, section, name }) => (
        <AppLink
          key={href}
          href={href}
          aria-current={path.startsWith(section) ? "page" : undefined}
          className="flex items-center rounded-2 px-2.5 py-1.5 text-fg-2 transition-colors hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-fg"
        >
          {shellCopy.nav[name]}
        </AppLink>
      ))}
    </nav>
  );
}
