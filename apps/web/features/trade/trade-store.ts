import type { Side } from "@gimbal/sdk";
import { create } from "zustand";

/** What answers for a position: its own collateral, or all of the cross account. */
export type MarginMode = "isolated" | "cross";

/** Prices of one position that the chart draws [USD wad per whole base token]. */
export interface ChartLines {
  readonly side: Side;
  readonly entry?: bigint | undefined;
  /** Where the soft zone starts. */
  readonly warning?: bigint | undefined;
  /** `null`: no price liquidates it. */
  readonly liquidation?: bigint | null | undefined;
}

interface TradeStore {
  readonly side: Side;
  readonly setSide: (side: Side) => void;
  readonly margin: MarginMode;
  readonly setMargin: (margin: MarginMode) => void;
  /** Leverage that the address asked for [wad]. */
  readonly requestedLeverage: bigint | undefined;
  /** Writes the leverage into the address, as text like `3` or `2.5`. */
  readonly setLeverageParam: (text: string | undefined) => void;
  /** The ticket on a phone. */
  readonly sheetOpen: boolean;
  readonly setSheetOpen: (open: boolean) => void;
  /** The position that the ticket would leave behind. */
  readonly previewLines: ChartLines | undefined;
  readonly setPreviewLines: (lines: ChartLines | undefined) => void;
  /** Average entry of open positions, by their key. */
  readonly entries: Readonly<Record<string, bigint>>;
  readonly setEntry: (key: string, price: bigint | undefined) => void;
}

/** What ticket, chart and positions of one page share. */
export const useTradeStore = create<TradeStore>((set) => ({
  side: "long",
  setSide: (side) => {
    set({ side });
    writeParam("side", side);
  },
  margin: "isolated",
  setMargin: (margin) => {
    set({ margin });
    writeParam("margin", margin === "cross" ? margin : undefined);
  },
  requestedLeverage: undefined,
  setLeverageParam: (text) => writeParam("leverage", text),
  sheetOpen: false,
  setSheetOpen: (sheetOpen) => set({ sheetOpen }),
  previewLines: undefined,
  setPreviewLines: (previewLines) => set({ previewLines }),
  entries: {},
  setEntry: (key, price) =>
    set(({ entries }) => {
      if (entries[key] === price) return {};
      const { [key]: _, ...others } = entries;
      return { entries: price === undefined ? others : { ...others, [key]: price } };
    }),
}));

/** Keeps the address shareable without a navigation. */
function writeParam(name: string, value: string | undefined): void {
  const url = new URL(window.location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  window.history.replaceState(null, "", url);
}
