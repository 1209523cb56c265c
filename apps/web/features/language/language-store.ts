import { type Language, languages } from "@/content/languages";

const KEY = "gimbal.language";

/** What this browser's user chose; English without a choice, and on the server. */
export function chosenLanguage(): Language {
  if (typeof window === "undefined") return "en";
  try {
    const kept = localStorage.getItem(KEY);
    return languages.find(({ value }) => value === kept)?.value ?? "en";
  } catch {
    return "en";
  }
}

/** Keeps the choice; false where the browser keeps nothing. */
export function keepLanguage(language: Language): boolean {
  try {
    localStorage.setItem(KEY, language);
    return true;
  } catch {
    return false;
  }
}
