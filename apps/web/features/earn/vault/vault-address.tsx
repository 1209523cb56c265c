import type { Address } from "viem";
import { CopyButton } from "@/components/ui/copy-button";
import { vaultCopy } from "@/content/vault";
import { formatAddress } from "@/lib/format";

const copy = vaultCopy.address;

/** Where the vault is, for who builds on it. */
export function VaultAddress({ address }: { readonly address: Address }) {
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-fg-3">{copy.label}</h3>
      <p data-slot="vault-address" data-address={address} className="flex items-center gap-2">
        <span title={address} className="font-mono text-12">
          {formatAddress(address)}
        </span>
        <CopyButton text={address} label={copy.copy} />
      </p>
      <p className="text-12 text-fg-3">{copy.note}</p>
    </div>
  );
}
