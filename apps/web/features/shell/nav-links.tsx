"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { shellCopy } from "@/content/shell";

const pages = [
  { href: "/trade/eth-usdc", section: "/trade", label: shellCopy.nav.trade },
  { href: "/earn", section: "/earn", label: shellCopy.nav.earn },
  { href: "/risk", section: "/risk", label: shellCopy.nav.risk },
] as const;

/** Pages that exist. */
export function NavLinks() {
  const path = usePathname();
  return (
    <nav aria-label={shellCopy.nav.label} className="flex gap-0.5 max-tablet:gap-0">
      {pages.map(({ href, section, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path.startsWith(section) ? "page" : undefined}
          className="flex items-center rounded-2 px-2.5 py-1.5 text-fg-2 transition-colors hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-fg max-tablet:min-h-11 max-tablet:px-2"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
