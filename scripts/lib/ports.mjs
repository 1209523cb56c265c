// Who listens on a TCP port of this machine: so that "port in use" can say by whom.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { basename } from "node:path";

const LISTENING = "0A";

/** True if nothing listens on `port`. */
export function isPortFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    // Without a host: a listener on one address of the machine is in the way as well.
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The process that listens on `port` as `{ pid, name }`; undefined if it cannot be seen (another user's). */
export function portOwner(port) {
  const pid = process.platform === "linux" ? pidFromProc(port) : pidFromLsof(port);
  return pid === undefined ? undefined : { pid, name: processName(pid) };
}

/** Throws a sentence for people unless `port` is free. */
export async function requireFreePort(port, purpose) {
  if (await isPortFree(port)) return;
  throw new PortInUseError(port, purpose, portOwner(port));
}

export class PortInUseError extends Error {
  name = "PortInUseError";

  constructor(port, purpose, owner) {
    const who = owner ? `${owner.name} (pid ${owner.pid})` : "a process of another user";
    super(`Port ${port}, needed for ${purpose}, is in use by ${who}: stop it and try again.`);
    this.port = port;
    this.owner = owner;
  }
}

function pidFromProc(port) {
  const inodes = new Set(["tcp", "tcp6"].flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return undefined;
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)))
    if (socketsOf(pid).some((inode) => inodes.has(inode))) return Number(pid);
  return undefined;
}

/** Inodes of sockets that listen on `port`: local address is `<hex ip>:<hex port>`, state and inode follow. */
function listeningInodes(table, port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  let lines;
  try {
    lines = readFileSync(`/proc/net/${table}`, "utf8").split("\n").slice(1);
  } catch {
    return []; // no IPv6 on this machine
  }
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === LISTENING && local?.split(":")[1] === wanted)
    .map((fields) => fields[9]);
}

function socketsOf(pid) {
  let descriptors;
  try {
    descriptors = readdirSync(`/proc/${pid}/fd`);
  } catch {
    return []; // gone, or another user's
  }
  return descriptors.flatMap((descriptor) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${descriptor}`).match(/^socket:\[(\d+)\]$/)?.[1] ?? [];
    } catch {
      return [];
    }
  });
}

function pidFromLsof(port) {
  try {
    const out = execFileSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-t"], { encoding: "utf8" });
    const pid = Number.parseInt(out, 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined; // not installed, or nothing it may see
  }
}

/** Program, and for a script runner the script: `anvil`, `node scripts/demo.mjs`. */
function processName(pid) {
  const [program, ...args] = commandLine(pid);
  if (!program) return "an unknown process";
  const script = /^(node|bun|deno|python[\d.]*|ruby)$/.test(basename(program))
    ? args.find((arg) => !arg.startsWith("-"))
    : undefined;
  return script ? `${basename(program)} ${script}` : basename(program);
}

function commandLine(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(" ");
  } catch {
    return [];
  }
}
