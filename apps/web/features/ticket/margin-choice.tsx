"use client";

import { Explain } from "@/components/ui/explain";
import { Segmented } from "@/components/ui/segmented";
import { marginCopy } from "@/content/margin";
import { type MarginMode, useTradeStore } from "@/features/trade/trade-store";

/** What answers for a position: its own collateral, or that of the cross account. */
export function MarginChoice({ margin, quote }: { readonly margin: MarginMode; readonly quote: string }) {
  const setMargin = useTradeStore((state) => state.setMargin);
  return (
    <>
      <span className="text-12 text-fg-2">
        <Explain term={marginCopy.label}>{marginCopy.explain(quote)}</Explain>
      </span>
      <Segmented<MarginMode>
        label={marginCopy.label}
        size="xs"
        value={margin}
        onChange={setMargin}
        options={[
          { value: "isolated", label: marginCopy.isolated },
          { value: "cross", label: marginCopy.cross },
        ]}
      />
    </>
  );
}
