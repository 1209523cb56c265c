// Finds a Chromium for the browser tests, or gets one.
import { existsSync } from "node:fs";
import { path } from "./paths.mjs";
import { exitCode } from "./processes.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export class ChromiumMissingError extends Error {
  name = "ChromiumMissingError";
}

/** A Chromium on this machine; undefined if there is none. Throws if `CHROMIUM_PATH` names one that is not there. */
export function installedChromium(env = process.env, exists = existsSync) {
  const named = env.CHROMIUM_PATH;
  if (!named) return INSTALLED.find((file) => exists(file));
  if (exists(named)) return named;
  throw new ChromiumMissingError(
    `CHROMIUM_PATH is ${named}, where there is no file: correct it, or unset it to have a browser looked for.`,
  );
}

/**
 * Path of a Chromium; undefined if Playwright has its own. Throws what to do if none can be had. `ways`: how it is looked
 * for and got, in this order.
 */
export async function ensureChromium(
  log,
  { find = installedChromium, download = downloadChromium, installPackage = installDebianPackage } = {},
) {
  const found = find();
  if (found) return found;
  if (await download(log)) return undefined;
  if (await installPackage(log)) return find();
  throw new ChromiumMissingError(
    "There is no Chromium for the browser tests and none could be downloaded: install Chromium or Chrome " +
      "(on Debian or Ubuntu `sudo apt-get install chromium`), or set CHROMIUM_PATH to the program.",
  );
}

/** Playwright's own build, where its downloads can be reached. */
async function downloadChromium(log) {
  const playwright = path("e2e/node_modules/.bin/playwright");
  return (await exitCode(playwright, ["install", "chromium", "--only-shell"], { log })) === 0;
}

/** Debian's package, for root. */
async function installDebianPackage(log) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await exitCode("/usr/bin/apt-get", ["update"], { log, env });
  const code = await exitCode("/usr/bin/apt-get", ["install", "-y", "chromium"], { log, env });
  return code === 0 && installedChromium() !== undefined;
}
