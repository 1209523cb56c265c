const MOST = 32;

/**
 * A name that whoever made a token chose: letters, digits, spaces and the marks that names have. What turns the direction
 * of text, hides, or means something to a browser is left out.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N} .,:+_()/-]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST);
}
