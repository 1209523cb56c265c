import { decodeAbiParameters, formatUnits, type Hex, parseAbiParameters } from "viem";

/** `ReplayResult` of the contracts. */
const PARAMETERS = parseAbiParameters([
  "ReplayResult result",
  "struct ReplayFigures { uint256 planned; uint256 opened; uint256 closedOut; uint256 reduced; uint256 debt; uint256 peakShortfall; uint256 leastCoverage; uint256 peakThrottle; uint256 peakDeviation; uint256 guarded; uint256 backstopStart; uint256 backstopEnd; uint256 blocks; }",
  "struct Ledger { uint256 liquidatedDebt; uint256 byCollateral; uint256 byNetting; uint256 byInventory; uint256 penalty; uint256 badDebt; uint256 insurance; uint256 backstopLoss; uint256 suppliers; uint256 openDeficit; uint256 accounts; uint256 takes; }",
  "struct ReplayResult { ReplayFigures figures; Ledger gimbal; Ledger fixedCloseFactor; Ledger makerAuction; }",
]);

export type ReplayResult = ReturnType<typeof decodeReplay>;
export type Ledger = ReplayResult["gimbal"];

/** Reads what the contracts say at the end of a replay. */
export function decodeReplay(encoded: Hex) {
  return decodeAbiParameters(PARAMETERS, encoded)[0];
}

/** USD wad as a decimal string, exactly. */
const usd = (wad: bigint) => formatUnits(wad, 18);

function reference(ledger: Ledger) {
  return {
    supplierLoss: usd(ledger.suppliers),
    badDebt: usd(ledger.badDebt),
    openDeficit: usd(ledger.openDeficit),
    liquidatedDebt: usd(ledger.liquidatedDebt),
    penalty: usd(ledger.penalty),
    accounts: Number(ledger.accounts),
  };
}

/** The result as `--json` prints it; USD are decimal strings. */
export function replayJson({ figures, gimbal, fixedCloseFactor, makerAuction }: ReplayResult) {
  return {
    ...reference(gimbal),
    waterfall: {
      collateral: usd(gimbal.byCollateral),
      netting: usd(gimbal.byNetting),
      backstopInventory: usd(gimbal.byInventory),
      insurance: usd(gimbal.insurance),
      backstopLoss: usd(gimbal.backstopLoss),
      suppliers: usd(gimbal.suppliers),
    },
    peakCoverageShortfall: usd(figures.peakShortfall),
    debt: usd(figures.debt),
    opened: Number(figures.opened),
    planned: Number(figures.planned),
    peakThrottleUse: formatUnits(figures.peakThrottle, 18),
    backstop: { start: usd(figures.backstopStart), end: usd(figures.backstopEnd) },
    references: { fixedCloseFactor: reference(fixedCloseFactor), makerAuction: reference(makerAuction) },
  };
}
