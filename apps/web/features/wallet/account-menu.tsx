"use client";

import type { Address } from "viem";
import { useAccount } from "wagmi";
import { Icon } from "@/components/icon";
import { menuItemStyles, Popover, PopoverClose } from "@/components/ui/popover";
import { notify } from "@/components/ui/toast";
import { walletCopy } from "@/content/wallet";
import { formatAddress } from "@/lib/format";
import { Avatar } from "./avatar";
import { DemoAccountList } from "./demo/account-list";
import { demoAccountName } from "./demo/accounts";
import { asDemoConnector } from "./demo/connector";
import { useWallet } from "./use-wallet";

/** Who is connected, and what can be done about it. */
export function AccountMenu({ address }: { readonly address: Address }) {
  const { connector } = useAccount();
  const { disconnect } = useWallet();
  const demo = asDemoConnector(connector);
  const name = demo === undefined ? undefined : demoAccountName(address);

  const copyAddress = async () => {
    await navigator.clipboard.writeText(address);
    notify({ kind: "done", title: walletCopy.copied, detail: address });
  };

  return (
    <Popover
      label={walletCopy.account}
      align="end"
      className="w-64"
      trigger={
        <button
          type="button"
          data-slot="account"
          data-address={address}
          className="ml-1 flex h-8 items-center gap-2 rounded-2 border border-line-strong pr-2.5 pl-1.5 hover:bg-hover max-tablet:h-10"
        >
          <Avatar address={address} />
          <span className="font-mono text-12 tracking-figure">
            <span className="max-tablet:hidden">{formatAddress(address)}</span>
            <span className="tablet:hidden">…{address.slice(-4)}</span>
          </span>
        </button>
      }
    >
      <p className="px-2.5 pt-1.5 pb-1 text-12 text-fg-3">
        {name === undefined ? walletCopy.account : `${name}. ${walletCopy.demo.note}`}
      </p>
      {demo !== undefined && (
        <DemoAccountList selected={address} onSelect={demo.selectAccount} label={walletCopy.switchAccount} />
      )}
      <div className="mt-1 border-line border-t pt-1">
        <PopoverClose asChild>
          <button type="button" className={menuItemStyles} onClick={() => void copyAddress()}>
            <Icon name="copy" size={14} className="text-fg-3" />
            {walletCopy.copyAddress}
          </button>
        </PopoverClose>
        <PopoverClose asChild>
          <button type="button" className={menuItemStyles} onClick={disconnect}>
            <Icon name="disconnect" size={14} className="text-fg-3" />
            {walletCopy.disconnect}
          </button>
        </PopoverClose>
      </div>
    </Popover>
  );
}
