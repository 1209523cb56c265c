/** Moves that are supposed, in percent, and a factor of volatility in tenths. */
export interface Scenario {
  /** By symbol; an asset that is not named does not move. */
  readonly moves: Readonly<Record<string, number>>;
  readonly volatility: number;
}

export const CALM: Scenario = { moves: {}, volatility: 10 };

export const MOVE_LIMIT = 80;
export const VOLATILITY_RANGE = { min: 5, max: 40 } as const;

/** Whose record stands for an asset that has none of its own. */
const STAND_IN = "ETH";

interface Preset {
  readonly name: "march2020" | "may2021" | "depeg";
  readonly label: string;
  readonly volatility: number;
  /** Day's open to its lowest close, whole percent; of USDC the low of 11 March 2023. */
  readonly record: Readonly<Record<string, number>>;
}

export const presets: readonly Preset[] = [
  { name: "march2020", label: "12 Mar 2020", volatility: 25, record: { ETH: -46, BTC: -40 } },
  { name: "may2021", label: "19 May 2021", volatility: 20, record: { ETH: -43, BTC: -30 } },
  { name: "depeg", label: "USDC depeg", volatility: 10, record: { USDC: -12 } },
];

export type PresetName = Preset["name"];

/** A preset for the assets that are on screen; the quote asset moves only where it has a record. */
export function scenarioOf(name: PresetName, symbols: readonly string[]): Scenario {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset === undefined) return CALM;
  const { record, volatility } = preset;
  const moves = Object.fromEntries(
    symbols.flatMap((symbol) => {
      const move = record[symbol] ?? (symbol === "USDC" ? undefined : record[STAND_IN]);
      return move === undefined ? [] : [[symbol, move]];
    }),
  );
  return { moves, volatility };
}

/** `−15`, `-15 %`, `+8` as whole percent inside the limits; undefined for what is no such number. */
export function parseMove(text: string): number | undefined {
  const match = /^([+\-\u2212]?)\s*(\d{1,3})\s*%?$/.exec(text.trim());
  if (match === null) return undefined;
  const size = Number.parseInt(match[2] ?? "", 10);
  const move = match[1] === "-" || match[1] === "\u2212" ? -size : size;
  return Math.min(Math.max(move, -MOVE_LIMIT), MOVE_LIMIT);
}
