import { existsSync } from "node:fs";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium of this machine, or Playwright's own; nothing of it calls out. */
export function chromiumOptions(env = process.env) {
  const installed = env.CHROMIUM_PATH ?? BROWSERS.find((path) => existsSync(path));
  return {
    ...(installed ? { executablePath: installed } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  };
}
