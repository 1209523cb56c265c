/** A cookie and not the browser's store: the server has to know, so that the strip is part of the page from the start. */
export const HELPED_COOKIE = "gimbal.help";

const YEAR = 365 * 86_400;

/** This browser's user has seen, or skipped, the first steps. */
export function setHelped(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there in every browser
  document.cookie = `${HELPED_COOKIE}=1; path=/; max-age=${YEAR}; samesite=lax`;
}
