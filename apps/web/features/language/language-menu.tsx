"use client";

import { cx } from "class-variance-authority";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { menuItemStyles, Popover, PopoverClose } from "@/components/ui/popover";
import { type Language, languageLabel, languages } from "@/content/languages";
import { spoken } from "@/content/translated";
import { keepLanguage } from "./language-store";

/** Chooses the language and loads the page again in it. */
export function LanguageMenu({ className }: { readonly className?: string }) {
  const current = spoken().language ?? "en";
  const choose = (language: Language) => {
    if (language !== current && keepLanguage(language)) window.location.reload();
  };
  return (
    <Popover
      label={languageLabel}
      align="end"
      className="w-40"
      trigger={
        <Button
          variant="ghost"
          size="icon"
          data-slot="language"
          aria-label={`${languageLabel}: ${current.toUpperCase()}`}
          className={cx("shrink-0 text-12", className)}
        >
          {current.toUpperCase()}
        </Button>
      }
    >
      <ul>
        {languages.map(({ value, name }) => (
          <li key={value}>
            <PopoverClose asChild>
              <button
                type="button"
                lang={value}
                aria-pressed={value === current}
                onClick={() => choose(value)}
                className={menuItemStyles}
              >
                <span className="flex-1">{name}</span>
                {value === current && <Icon name="check" size={14} />}
              </button>
            </PopoverClose>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
