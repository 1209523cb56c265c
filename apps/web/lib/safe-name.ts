/** Longest name that is shown of a token or a chain. */
const MOST_CHARACTERS = 16;

/** Controls, marks that reverse or hide text, private and unassigned characters: none is part of an honest name. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Marks that pile up above a letter. */
const PILED = /(\p{M}{2})\p{M}+/gu;

/**
 * A name that somebody else chose, harmless to show: one line, as wide as it looks, in the order it is read in. Markup
 * needs no care here: React shows it as text.
 */
export function safeName(name: string): string {
  const plain = name.replace(HIDDEN, "").normalize("NFC").replace(PILED, "$1").replace(/\s+/g, " ").trim();
  const characters = [...plain];
  if (characters.length === 0) return "?";
  return characters.length <= MOST_CHARACTERS
    ? plain
    : `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…`;
}
