"use client";

import { usePathname } from "next/navigation";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { menuItemStyles, Popover, PopoverClose } from "@/components/ui/popover";
import { shellCopy } from "@/content/shell";
import { LanguageMenu } from "@/features/language/language-menu";
import { AppLink } from "@/features/watch/app-link";
import { OracleStatus } from "./oracle-status";
import { pages } from "./pages";
import { ThemeToggle } from "./theme-toggle";

/** What the top bar of a wide screen shows and a phone has no room for. */
export function PhoneMenu() {
  const path = usePathname();
  return (
    <Popover
      label={shellCopy.menu}
      align="end"
      className="w-64"
      trigger={
        <Button
          variant="ghost"
          size="icon"
          data-slot="phone-menu"
          aria-label={shellCopy.menu}
          className="tablet:hidden"
        >
          <Icon name="menu" />
        </Button>
      }
    >
      <nav aria-label={shellCopy.nav.label}>
        {pages.map(({ href, section, name }) => (
          <PopoverClose key={href} asChild>
            <AppLink
              href={href}
              aria-current={path.startsWith(section) ? "page" : undefined}
              className={menuItemStyles}
            >
              {shellCopy.nav[name]}
            </AppLink>
          </PopoverClose>
        ))}
      </nav>
      <div className="mt-1 flex items-center gap-0.5 border-line border-t pt-1">
        <OracleStatus />
        <LanguageMenu className="ml-auto" />
        <ThemeToggle />
      </div>
      <p className="border-line border-t px-2.5 py-2 text-12 text-fg-3">
        {shellCopy.unaudited.word}. {shellCopy.unaudited.text}
      </p>
    </Popover>
  );
}
