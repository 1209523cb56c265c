import type { ReplayOptions } from "./options";
import type { PricePath } from "./path";
import type { Ledger, ReplayResult } from "./result";

const WAD = 10n ** 18n;
const NEVER = 2n ** 255n;

const dollars = (wad: bigint) => Number(wad / WAD).toLocaleString("en-US");
const percent = (part: bigint, whole: bigint, digits = 2) =>
  `${whole === 0n ? 0 : (Number((part * 1_000_000n) / whole) / 10_000).toFixed(digits)} %`;

/** The result as a table, with what it is of above and what it means below. */
export function replayReport(options: ReplayOptions, path: PricePath, result: ReplayResult): string {
  const { figures, gimbal, fixedCloseFactor, makerAuction } = result;
  const ledgers = [gimbal, fixedCloseFactor, makerAuction];
  const row = (title: string, value: (ledger: Ledger) => string) => [title, ...ledgers.map(value)];
  const own = (title: string, value: bigint) => [title, dollars(value), "", ""];
  const rows = [
    row("debt liquidated [USD]", (ledger) => dollars(ledger.liquidatedDebt)),
    own("  by selling collateral", gimbal.byCollateral),
    own("  by netting", gimbal.byNetting),
    own("  by the backstop", gimbal.byInventory),
    row("accounts liquidated", (ledger) => String(ledger.accounts)),
    row("penalty [USD]", (ledger) => dollars(ledger.penalty)),
    row("bad debt [USD]", (ledger) => dollars(ledger.badDebt)),
    row("  of all debt", (ledger) => percent(ledger.badDebt, figures.debt)),
    own("  borne by fees", gimbal.insurance),
    own("  borne by the backstop", gimbal.backstopLoss),
    row("  borne by suppliers", (ledger) => dollars(ledger.suppliers)),
    row("deficit still open [USD]", (ledger) => dollars(ledger.openDeficit)),
  ];
  const header = ["", "Gimbal", "5 % bonus, half at a time", "auction from 1.2×"];
  return [
    ...heading(options, path, result),
    "",
    table(header, rows),
    "",
    `Coverage at its least ${figures.leastCoverage > NEVER ? "without bound" : percent(figures.leastCoverage, WAD, 0)}, peak shortfall ${dollars(figures.peakShortfall)} USD. Throttle at most ${percent(figures.peakThrottle, WAD, 0)} in use. Pool at most ${percent(figures.peakDeviation, WAD, 1)} from the market.`,
    `Backstop ${dollars(figures.backstopStart)} USD before, ${dollars(figures.backstopEnd)} after. Prices guarded in ${percent(figures.guarded * WAD, figures.blocks * WAD, 0)} of ${figures.blocks.toLocaleString("en-US")} looks.`,
  ].join("\n");
}

function heading(options: ReplayOptions, path: PricePath, { figures }: ReplayResult): readonly string[] {
  const lines: string[] = [];
  const { preset } = options;
  lines.push(
    preset
      ? `${preset.name}: ${preset.event}. SYNTHETIC path: ${preset.statistics}`
      : options.files.map(({ symbol, file }) => `${symbol} = ${file}`).join(", "),
  );
  for (const [symbol, prices] of Object.entries(path.prices)) {
    const first = prices[0] as bigint;
    const [lowest = first] = prices.toSorted((a, b) => (a < b ? -1 : 1));
    lines.push(
      `${symbol}: ${prices.length} prices every ${path.interval} s, lowest ${percent(lowest - first, first, 1)} from the first, worst hour ${percent(worstHour(prices, path.interval), WAD, 1)}`,
    );
  }
  lines.push(...path.notes);
  lines.push(
    `${figures.opened} of ${figures.planned} accounts opened with ${dollars(figures.debt)} USD of debt (${figures.closedOut} met a market the coverage gate had closed, ${figures.reduced} took less leverage than planned)`,
  );
  return lines;
}

/** Change of the price over the worst hour [wad]. */
function worstHour(prices: readonly bigint[], interval: number): bigint {
  const span = Math.max(1, Math.round(3_600 / interval));
  let worst = 0n;
  prices.forEach((price, i) => {
    const before = prices[i - span];
    if (before === undefined) return;
    const change = ((price - before) * WAD) / before;
    if (change < worst) worst = change;
  });
  return worst;
}

function table(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)),
  );
  const show = (line: readonly string[]) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
      .join("  ")
      .trimEnd();
  return [show(header), widths.map((width) => "─".repeat(width)).join("  "), ...lines.map(show)].join("\n");
}
