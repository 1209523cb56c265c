import type { PriceFile } from "./path";
import { type Preset, presets } from "./presets";

/** Thrown for a command line that cannot be followed. */
export class ReplayUsageError extends Error {
  override name = "ReplayUsageError";
}

/** What a replay is asked for. */
export interface ReplayOptions {
  readonly files: readonly PriceFile[];
  readonly preset: Preset | undefined;
  readonly depthFactor: number;
  /** [minutes] */
  readonly keepersOffline: number;
  readonly outsideLiquidity: boolean;
  readonly json: boolean;
  readonly accounts: number;
  readonly leverages: readonly number[];
  readonly seed: number;
  /** Debt of the accounts of a market [USD]. */
  readonly debt: number;
  /** Value that moves a calm pool by 1 % [USD]. */
  readonly depth: number;
  /** Capital of the backstop over the debt. */
  readonly backstop: number;
  /** Most of the backstop that one asset ties up. */
  readonly assetShare: number;
  /** Window of the pool's average price [seconds]. */
  readonly witnessWindow: number;
}

type Numbers =
  | "depthFactor"
  | "keepersOffline"
  | "accounts"
  | "seed"
  | "debt"
  | "depth"
  | "backstop"
  | "assetShare"
  | "witnessWindow";

interface NumberOption {
  readonly key: Numbers;
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

const NUMBERS: Readonly<Record<string, NumberOption>> = {
  "--depth-factor": { key: "depthFactor", least: 0.001, most: 10 },
  "--keepers-offline": { key: "keepersOffline", least: 0, most: 1_440 },
  "--accounts": { key: "accounts", least: 1, most: 2_000, whole: true },
  "--seed": { key: "seed", least: 0, most: 1_000_000, whole: true },
  "--debt": { key: "debt", least: 10_000, most: 1_000_000_000 },
  "--depth": { key: "depth", least: 10_000, most: 1_000_000_000, whole: true },
  "--backstop": { key: "backstop", least: 0, most: 1 },
  "--asset-share": { key: "assetShare", least: 0.01, most: 0.9 },
  "--witness-window": { key: "witnessWindow", least: 60, most: 3_600, whole: true },
};

const LONG = "npm run replay -- --csv eth=FILE [--csv btc=FILE…] | --preset NAME";

export const USAGE = `usage: ${LONG}
  [--depth-factor 1] [--keepers-offline MINUTES] [--no-outside-liquidity] [--json]
  [--accounts 200] [--leverages 2,3,5,8] [--seed 1] [--debt 50000000] [--depth 2000000]
  [--backstop 0.2] [--asset-share 0.9] [--witness-window 300]
presets: ${presets.map(({ name }) => name).join(", ")}`;

/** Reads a command line; throws {@link ReplayUsageError} with one sentence about what is wrong with it. */
export function replayOptions(argv: readonly string[]): ReplayOptions {
  const numbers: Record<Numbers, number> = {
    depthFactor: 1,
    keepersOffline: 0,
    accounts: 200,
    seed: 1,
    debt: 50_000_000,
    depth: 2_000_000,
    backstop: 0.2,
    assetShare: 0.9,
    witnessWindow: 300,
  };
  const files: PriceFile[] = [];
  let leverages: readonly number[] = [2, 3, 5, 8];
  let preset: Preset | undefined;
  let [json, outsideLiquidity] = [false, true];
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i] as string;
    if (name === "--json") json = true;
    else if (name === "--no-outside-liquidity") outsideLiquidity = false;
    else {
      const value = argv[++i];
      if (value === undefined && (name in NUMBERS || ["--csv", "--preset", "--leverages"].includes(name)))
        throw new ReplayUsageError(`${name} needs a value.`);
      if (name === "--csv") files.push(fileOf(value as string, files));
      else if (name === "--preset") preset = presetOf(value as string);
      else if (name === "--leverages") leverages = leveragesOf(value as string);
      else if (name in NUMBERS) {
        const option = NUMBERS[name] as NumberOption;
        numbers[option.key] = numberOf(name, value as string, option);
      } else throw new ReplayUsageError(`${name} is no option of the replay.`);
    }
  }
  if ((preset === undefined) === (files.length === 0))
    throw new ReplayUsageError("Name either a file, --csv eth=FILE, or a preset, --preset NAME.");
  return { ...numbers, files, preset, leverages, json, outsideLiquidity };
}

function fileOf(value: string, before: readonly PriceFile[]): PriceFile {
  const [symbol, ...rest] = value.split("=");
  const file = rest.join("=");
  if (!/^[a-z0-9]{1,10}$/.test(symbol ?? "") || symbol === "usdc" || file === "")
    throw new ReplayUsageError(`--csv ${value} is not of the form eth=FILE.`);
  if (before.some((one) => one.symbol === symbol))
    throw new ReplayUsageError(`--csv names ${symbol} more than once.`);
  return { symbol: symbol as string, file };
}

function presetOf(name: string): Preset {
  const preset = presets.find((one) => one.name === name);
  if (!preset)
    throw new ReplayUsageError(
      `There is no preset ${name}: take one of ${presets.map((one) => one.name).join(", ")}.`,
    );
  return preset;
}

function leveragesOf(value: string): readonly number[] {
  const leverages = value.split(",").map(Number);
  if (leverages.some((leverage) => !(leverage >= 1.1 && leverage <= 20)))
    throw new ReplayUsageError(`--leverages ${value} is not a list of numbers between 1.1 and 20.`);
  return leverages;
}

function numberOf(name: string, text: string, { least, most, whole }: NumberOption): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
    throw new ReplayUsageError(
      `${name} ${text} is not a ${whole ? "whole number" : "number"} between ${least} and ${most}.`,
    );
  return value;
}
