import { accountOwner, type Wad } from "@gimbal/sdk";
import { isAddressEqual } from "viem";
import { Button } from "@/components/ui/button";
import { liquidationsCopy } from "@/content/liquidations";
import { positionsCopy } from "@/content/positions";
import { useDeployment } from "@/features/data/runtime-context";
import { useVolatility } from "@/features/risk/use-risk";
import { chanceOf, horizons } from "@/features/ticket/chance";
import { openReview } from "@/features/transaction/transaction-store";
import { Value } from "@/features/transaction/value";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatChance } from "@/lib/format";
import type { AccountView } from "./auction-view";

const copy = liquidationsCopy.near;

/** Whose account it is. */
export function Owner({ view }: { readonly view: AccountView }) {
  const { owner } = useOwner();
  const address = accountOwner(view.key);
  const isYours = owner !== undefined && isAddressEqual(address, owner);
  return (
    <span className="whitespace-nowrap">
      <span className="font-mono">{formatAddress(address)}</span>
      {isYours && <span className="ml-1.5 text-12 text-fg-3">{copy.yours}</span>}
    </span>
  );
}

/** How likely it is liquidated within a day. */
export function Chance({ view: { position } }: { readonly view: AccountView }) {
  const chance: Wad | null | undefined = chanceOf(position, horizons.day, useVolatility(position.base.token));
  return (
    <Value name="chance" raw={chance}>
      {chance === null ? positionsCopy.none : formatChance(chance)}
    </Value>
  );
}

/** Whether slices may be closed already, and the press that closes one. */
export function SoftChoice({ view }: { readonly view: AccountView }) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const { account, market, key, name } = view;
  const { quote, auction } = account;
  if (!auction.softZone) return <span className="text-fg-3">{copy.softOff}</span>;
  const canTake =
    quote?.zone === "soft" &&
    quote.seized > 0n &&
    owner !== undefined &&
    !watching &&
    !isAddressEqual(accountOwner(key), owner);
  if (!canTake) return <span>{copy.softOn}</span>;
  return (
    <Button
      size="xs"
      aria-label={copy.sliceLabel(name, formatAddress(accountOwner(key)))}
      onClick={() =>
        openReview(
          {
            type: "take",
            market: market.id,
            account: key,
            collateralAsset: quote.collateralAsset,
            debtAsset: quote.debtAsset,
            maxRepaid: "max",
            capital: "own",
          },
          { owner, chainId },
        )
      }
    >
      {copy.slice}
    </Button>
  );
}
