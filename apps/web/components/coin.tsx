const glyphs: Record<string, string> = { USDC: "$" };

/** Round token mark. The symbol stands beside it, so it is hidden from assistive technology. */
export function Coin({ symbol }: { readonly symbol: string }) {
  return (
    <span
      aria-hidden="true"
      data-slot="coin"
      className="inline-grid size-[18px] shrink-0 place-items-center rounded-full border border-line-strong bg-hover font-semibold text-[9px] text-fg-2 tracking-normal"
    >
      {glyphs[symbol] ?? [...symbol][0]}
    </span>
  );
}
