import { loadKey } from "./config/key";
import { readSettings, SETTINGS } from "./config/settings";
import { Keeper } from "./keeper";
import { createLogger, secretsOf } from "./observe/log";

/** What `--help` says. */
export function help(): string {
  const width = Math.max(...Object.keys(SETTINGS).map((name) => name.length));
  const settings = Object.entries(SETTINGS).map(
    ([name, { description }]) => `  ${name.padEnd(width)}  ${description}`,
  );
  return [
    "gimbal-keeper: liquidates, nets and samples, in every block.",
    "",
    "usage: gimbal-keeper [--dry-run] [--help]",
    "",
    "  --dry-run  says what it would do and sends nothing, whatever KEEPER_LIVE says",
    "",
    "Settings, from the environment:",
    ...settings,
    "",
  ].join("\n");
}

/** Runs a keeper until a signal ends it; the exit code. */
export async function main(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const unknown = argv.filter((word) => !["--dry-run", "--help", "-h"].includes(word));
  if (unknown.length > 0) {
    process.stderr.write(`There is no option ${unknown[0]}.\n\n${help()}`);
    return 2;
  }
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(help());
    return 0;
  }
  const dryRun = argv.includes("--dry-run");
  try {
    const settings = readSettings(dryRun ? { ...environment, KEEPER_LIVE: "false" } : environment);
    const key = loadKey(settings);
    const secrets = [...(key?.secrets ?? []), ...settings.rpcUrls.flatMap(secretsOf)];
    const log = createLogger({ level: settings.logLevel, secrets });
    const keeper = await Keeper.create({ settings, key, log });
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => keeper.stop().then(resolve));
    });
    const running = keeper.run().then(() => stopped);
    await running.catch(async (error: unknown) => {
      log.fatal({ reason: String(error).slice(0, 1_000) }, "there is no going on");
      await keeper.stop();
      throw error;
    });
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
