/** Languages of the page, each in its own words: whoever looks for one may not know the other. */
export const languages = [
  { value: "en", name: "English" },
  { value: "de", name: "Deutsch" },
] as const;

export type Language = (typeof languages)[number]["value"];

/** Name of the choice, in every language there is. */
export const languageLabel = "Language / Sprache";
