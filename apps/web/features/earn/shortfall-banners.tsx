import { Banner } from "@/components/ui/banner";
import { earnCopy } from "@/content/earn";
import { formatToken } from "@/lib/format";
import type { ReserveView } from "./reserves";
import { shortfallText } from "./shortfall";

const copy = earnCopy.shortfall;

/** Loans of the owner that cannot be withdrawn as a whole at this moment. */
export function ShortfallBanners({ reserves }: { readonly reserves: readonly ReserveView[] }) {
  return reserves.flatMap(({ key, asset, marketName, lender, vault }) => {
    const yours = (lender?.assets ?? 0n) + (vault?.stake?.assets ?? 0n);
    if (yours === 0n || yours <= asset.reserve.cash) return [];
    return [
      <div key={key} data-shortfall={key}>
        <Banner
          tone="info"
          title={copy.title(earnCopy.name(asset.symbol, marketName), formatToken(yours, asset))}
        >
          {shortfallText(asset)}
        </Banner>
      </div>,
    ];
  });
}
