import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { ChromiumMissingError, ensureChromium, installedChromium } from "../../../scripts/lib/chromium.mjs";
import { requireNode } from "../../../scripts/lib/install.mjs";
import { isPortFree, portOwner } from "../../../scripts/lib/ports.mjs";
import { CommandFailedError, run, start, stop } from "../../../scripts/lib/processes.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gimbal-demo-"));

afterAll(() => rmSync(folder, { recursive: true }));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended but was not waited for is still in the table.
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe("npm run demo", () => {
  it("names the process in the way of a port, leaves it alone and ends with 1", async () => {
    const server = createServer();
    const mine = await isPortFree(8_545);
    if (mine) await new Promise<void>((resolve) => server.listen(8_545, "127.0.0.1", resolve));
    try {
      const owner = portOwner(8_545);
      expect(owner).toBeDefined();
      const result = await new Promise<{ code: unknown; errors: string }>((resolve) => {
        execFile(process.execPath, ["scripts/demo.mjs"], { cwd: root }, (error, _, errors) =>
          resolve({ code: error?.code, errors }),
        );
      });
      expect(result.code).toBe(1);
      expect(result.errors).toBe(
        `Port 8545, needed for the local chain, is in use by ${owner?.name} (pid ${owner?.pid}): stop it and try again.\n`,
      );
      expect(await isPortFree(8_545)).toBe(false);
    } finally {
      if (mine) await new Promise((resolve) => server.close(resolve));
    }
  });

  it("ends the chain with itself, however it ends", async () => {
    const tsx = fileURLToPath(new URL("../node_modules/.bin/tsx", import.meta.url));
    const script = fileURLToPath(new URL("fixtures/abandon.ts", import.meta.url));
    const child = spawn(tsx, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(child.stdout, "data");
    const { pid, port } = JSON.parse(String(line)) as { pid: number; port: number };
    if (child.exitCode === null) await once(child, "exit");
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(await isPortFree(port)).toBe(true);
  });
});

describe("processes", () => {
  it("end with everything they started", async () => {
    const log = join(folder, "group.log");
    const child = start("sh", ["-c", "sleep 600 & echo $!; wait"], { log });
    await expect.poll(() => readFileSync(log, "utf8")).toMatch(/^\d+\n$/);
    const grandchild = Number(readFileSync(log, "utf8"));
    expect(isRunning(grandchild)).toBe(true);
    await stop(child);
    expect(isRunning(child.pid ?? 0)).toBe(false);
    await expect.poll(() => isRunning(grandchild)).toBe(false);
  });

  it("that fail say what failed and the end of what they wrote", async () => {
    const log = join(folder, "failed.log");
    const failed = run("Counting", "sh", ["-c", "echo one; echo two >&2; exit 3"], { log });
    await expect(failed).rejects.toThrow(new CommandFailedError("Counting", 3, "one\ntwo"));
  });

  it("that are not there say so", async () => {
    await expect(run("Nothing", "/nowhere/nothing", [])).rejects.toThrow(/Nothing failed \(.*ENOENT/);
  });
});

describe("requireNode", () => {
  it.each(["20.10.0", "20.20.2", "22.0.0", "24.1.9"])("takes Node.js %s", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(["18.20.0", "20.9.9"])("says that Node.js %s is too old", (version) => {
    expect(() => requireNode(version)).toThrow(`Node.js ${version} is too old: install 20.10 or newer`);
  });
});

describe("Chromium", () => {
  const nowhere = () => false;

  it("is the one of CHROMIUM_PATH before any other", () => {
    expect(installedChromium({ CHROMIUM_PATH: "/opt/chromium" }, () => true)).toBe("/opt/chromium");
    expect(installedChromium({}, (file) => file === "/usr/bin/google-chrome")).toBe("/usr/bin/google-chrome");
    expect(installedChromium({}, nowhere)).toBeUndefined();
  });

  it("of CHROMIUM_PATH must be there", () => {
    expect(() => installedChromium({ CHROMIUM_PATH: "/opt/chromium" }, nowhere)).toThrow(
      "CHROMIUM_PATH is /opt/chromium, where there is no file: correct it, or unset it to have a browser looked for.",
    );
  });

  it("is downloaded, or installed as a package, in this order, only if there is none", async () => {
    const asked: string[] = [];
    const no = (way: string) => async () => {
      asked.push(way);
      return false;
    };
    const ways = { find: () => undefined, download: no("download"), installPackage: no("package") };
    await expect(ensureChromium("", ways)).rejects.toThrow(ChromiumMissingError);
    await expect(ensureChromium("", ways)).rejects.toThrow("`sudo apt-get install chromium`");
    expect(asked).toEqual(["download", "package", "download", "package"]);

    asked.length = 0;
    await expect(ensureChromium("", { ...ways, find: () => "/opt/chromium" })).resolves.toBe("/opt/chromium");
    expect(asked).toEqual([]);
    await expect(ensureChromium("", { ...ways, download: async () => true })).resolves.toBeUndefined();
  });
});
