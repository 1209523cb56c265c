// The web app as it is in production.
import { createRequire } from "node:module";
import { runWithPnpm } from "./install.mjs";
import { path } from "./paths.mjs";
import { CommandFailedError, start, tail } from "./processes.mjs";

const app = path("apps/web");
const POLL = 200;

/** Builds the app; turbo restores the last build of the same sources. */
export function buildWeb(log) {
  const turbo = path("node_modules/.bin/turbo");
  const args = ["run", "build", "--filter=@gimbal/web", "--output-logs=new-only"];
  return runWithPnpm("Building the app", turbo, args, { log });
}

/** Starts the server; resolves when `page` answers, throws its last words if it ends before. */
export async function startWeb({ port, page, env, log }) {
  const next = createRequire(path("apps/web/package.json")).resolve("next/dist/bin/next");
  const args = [next, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const child = start(process.execPath, args, { cwd: app, env: { NODE_ENV: "production", ...env }, log });
  const ended = child.exited.then(({ code }) => {
    throw new CommandFailedError("The web server", code, tail(log));
  });
  await Promise.race([ended, answers(`http://127.0.0.1:${port}${page}`, child.exited)]);
  ended.catch(() => {}); // from now on, who started it listens to `exited`
  return child;
}

/** Resolves when a page is served; asks again until then, or until `given up` resolves. */
async function answers(url, givenUp) {
  let waiting = true;
  givenUp.then(() => {
    waiting = false;
  });
  while (waiting) {
    const response = await fetch(url).catch(() => undefined); // nobody listens yet
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
