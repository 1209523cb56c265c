"use client";

import { Fragment, type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Dictionary } from "@/content/dictionary";
import type { Language } from "@/content/languages";
import { install } from "@/content/translated";
import { chosenLanguage } from "./language-store";

/** Longest wait for a dictionary. After it the page is used in English until it is loaded again. */
const PATIENCE_MS = 3_000;

const dictionaries: Readonly<Record<Exclude<Language, "en">, () => Promise<Dictionary>>> = {
  de: () => import("@/content/de").then(({ german }) => german),
};

function dictionaryOf(language: Language): Promise<Dictionary> | undefined {
  return language === "en" ? undefined : dictionaries[language]();
}

// Asked for before the page is hydrated, so that it is there soon after.
const early = dictionaryOf(chosenLanguage())?.catch(() => undefined);

/**
 * Renders its children once more in the language of the browser's user. The server and the first render speak English,
 * so that both are equal; until the words are there nothing can be pressed, because what is open would be lost.
 */
export function LanguageGate({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>("en");
  useEffect(() => {
    if (early === undefined) return;
    let isOver = false;
    const end = () => {
      isOver = true;
      document.body.inert = false;
    };
    document.body.inert = true;
    const timer = setTimeout(end, PATIENCE_MS);
    void early.then((dictionary) => {
      clearTimeout(timer);
      if (isOver) return;
      if (dictionary !== undefined) {
        install(dictionary);
        document.documentElement.lang = dictionary.language;
        // at once: a part of the page that is still to be hydrated must not meet the new words
        flushSync(() => setLanguage(dictionary.language));
      }
      end();
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);
  return <Fragment key={language}>{children}</Fragment>;
}
