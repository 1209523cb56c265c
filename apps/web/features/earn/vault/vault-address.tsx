"use client";

import type { Address } from "viem";
import { Icon } from "@/components/icon";
import { notify } from "@/components/ui/toast";
import { vaultCopy } from "@/content/vault";
import { formatAddress } from "@/lib/format";

const copy = vaultCopy.address;

/** Where the vault is, for who builds on it. */
export function VaultAddress({ address }: { readonly address: Address }) {
  const put = async () => {
    await navigator.clipboard.writeText(address);
    notify({ kind: "done", title: copy.copied, detail: address });
  };
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-fg-3">{copy.label}</h3>
      <button
        type="button"
        data-slot="vault-address"
        data-address={address}
        title={address}
        aria-label={`${formatAddress(address)}, ${copy.copy}`}
        className="inline-flex min-h-6 items-center gap-1.5 font-mono text-12 hover:text-accent max-tablet:min-h-11"
        onClick={() => void put()}
      >
        {formatAddress(address)}
        <Icon name="copy" size={14} className="text-fg-3" />
      </button>
      <p className="text-12 text-fg-3">{copy.note}</p>
    </div>
  );
}
