import { type AssetState, WAD } from "@gimbal/sdk";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { vaultCopy } from "@/content/vault";
import { Value } from "@/features/transaction/value";
import { formatShare, formatToken } from "@/lib/format";

const copy = vaultCopy.caps;

/** How much of a reserve may be lent and borrowed at most, and what is left of it. */
export function Caps({ asset }: { readonly asset: AssetState }) {
  const { supplied, debt, limits } = asset.reserve;
  return (
    <div data-slot="caps">
      <h3 className="mb-1.5 text-12 text-fg-3">{copy.title}</h3>
      <DefinitionList>
        <Cap name="supplyCap" term={copy.supply} used={supplied} cap={limits.supplyCap} asset={asset} />
        <Cap name="debtCap" term={copy.debt} used={debt} cap={limits.debtCap} asset={asset} />
      </DefinitionList>
    </div>
  );
}

interface CapProps {
  readonly name: string;
  readonly term: string;
  readonly used: bigint;
  readonly cap: bigint;
  readonly asset: AssetState;
}

function Cap({ name, term, used, cap, asset }: CapProps) {
  const part = cap === 0n ? WAD : (used * WAD) / cap;
  return (
    <Definition term={term}>
      <Value name={name} raw={cap}>
        {formatToken(cap, asset)}
      </Value>
      <span className="block text-12 text-fg-3">
        {used >= cap
          ? copy.full
          : `${copy.used(formatShare(part))}, ${copy.room(formatToken(cap - used, asset))}`}
      </span>
    </Definition>
  );
}
