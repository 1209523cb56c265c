// Everything the repository needs from package registries. Uses node: modules only: it runs before anything is there.
import { readFileSync } from "node:fs";
import { path } from "./paths.mjs";
import { run } from "./processes.mjs";

const manifest = JSON.parse(readFileSync(path("package.json"), "utf8"));

/** Throws a sentence unless this Node.js is new enough. */
export function requireNode(version = process.versions.node) {
  const least = manifest.engines.node.replace(/[^\d.]/g, "");
  const [actual, bound] = [version, least].map((text) => text.split(".").map(Number));
  const difference = bound.map((part, index) => (actual[index] ?? 0) - part).find((part) => part !== 0) ?? 0;
  if (difference < 0)
    throw new RangeError(`Node.js ${version} is too old: install ${least} or newer from https://nodejs.org.`);
}

/** Installs exactly what the lockfile says, with the pnpm that package.json names. */
export function install(log) {
  return runWithPnpm("Installing the packages", "pnpm", ["install", "--frozen-lockfile"], { log });
}

/** Runs a command that finds that pnpm on its path, whether or not the machine has one. */
export function runWithPnpm(what, command, args, options) {
  return run(what, "npx", ["-y", `--package=${manifest.packageManager}`, "--", command, ...args], options);
}
