// Child processes in groups of their own, so that what one starts can be ended with it.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { root } from "./paths.mjs";

const KILL_AFTER = 5_000;
const TAIL_LINES = 40;

/** Children of this process that have not ended, newest last. */
const running = new Set();

// Whatever ends this process, its children end with it.
process.on("exit", () => {
  for (const child of running) signal(child, "SIGKILL");
});

/** Environment of every child: nothing calls home. */
export const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};

/** A command that ended with another code than 0, with the end of what it wrote. */
export class CommandFailedError extends Error {
  name = "CommandFailedError";

  constructor(what, code, output) {
    super(`${what} failed (${code}).${output ? `\n${output}` : ""}`);
  }
}

/** Starts a command in a group of its own. `log` and `errorLog`: files for its output; the terminal if left out. */
export function start(command, args, { cwd = root, env = {}, log, errorLog = log } = {}) {
  const files = new Map();
  for (const name of [log, errorLog]) if (name && !files.has(name)) files.set(name, create(name));
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, ...env },
    detached: true,
    stdio: ["ignore", files.get(log) ?? "inherit", files.get(errorLog) ?? "inherit"],
  });
  for (const file of files.values()) closeSync(file);
  running.add(child);
  child.exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: error.message }));
    child.once("exit", (code, signal) => resolve({ code: signal ?? code }));
  }).finally(() => running.delete(child));
  return child;
}

function create(name) {
  mkdirSync(dirname(name), { recursive: true });
  return openSync(name, "w");
}

/** Runs a command to its end; throws `CommandFailedError` unless it ends with 0. */
export async function run(what, command, args, options = {}) {
  const { code } = await start(command, args, options).exited;
  if (code !== 0) throw new CommandFailedError(what, code, options.log ? tail(options.log) : "");
}

/** Runs a command to its end; its exit code, or the name of the signal that ended it. */
export async function exitCode(command, args, options = {}) {
  return (await start(command, args, options).exited).code;
}

/** Ends a child and everything it started, and waits until it has gone. */
export async function stop(child) {
  if (!running.has(child)) return;
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), KILL_AFTER);
  await child.exited;
  clearTimeout(timer);
  // What ignored the signal, or was started by a child that has gone.
  signal(child, "SIGKILL");
}

/** Ends everything that was started, newest first. */
export async function stopAll() {
  for (const child of [...running].reverse()) await stop(child);
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // the group has gone
  }
}

/** Last lines of a file. */
export function tail(file, lines = TAIL_LINES) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}
