import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KeeperError } from "./errors";

/** Holds a state folder for this process alone: two keepers on one outbox would use the same nonces. */
export function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock");
  try {
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
  } catch {
    const owner = Number(readFileSync(file, "utf8"));
    if (owner !== process.pid && isRunning(owner))
      throw new KeeperError(
        "fatal",
        `${folder} is in use by process ${owner}: give each keeper its own KEEPER_STATE_DIR.`,
      );
    writeFileSync(file, String(process.pid), { mode: 0o600 });
  }
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
