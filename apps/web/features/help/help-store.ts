const KEY = "gimbal.help";

/** Whether this browser's user has seen, or skipped, the first steps. */
export function isHelped(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true; // a browser that keeps nothing would be asked on every page
  }
}

export function setHelped(): void {
  try {
    localStorage.setItem(KEY, "1");
  } catch {
    // asked again on the next visit
  }
}
