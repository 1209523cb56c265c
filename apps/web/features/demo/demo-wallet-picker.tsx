"use client";

import { useState } from "react";
import type { Address } from "viem";
import { useAccount, useConnect } from "wagmi";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { demoCopy } from "@/content/demo";
import { DemoAccountList } from "@/features/wallet/demo/account-list";
import { demoAccountName } from "@/features/wallet/demo/accounts";
import { asDemoConnector } from "@/features/wallet/demo/connector";

/** Connects the demo wallet with the chosen account, or changes the account. */
export function DemoWalletPicker() {
  const [open, setOpen] = useState(false);
  const { address, connector } = useAccount();
  const { connectors, connect } = useConnect();
  const active = asDemoConnector(connector);
  const available = connectors.find((candidate) => asDemoConnector(candidate) !== undefined);
  const select = (chosen: Address) => {
    const demo = asDemoConnector(available);
    if (demo === undefined) return;
    demo.selectAccount(chosen);
    if (active === undefined) connect({ connector: demo });
  };
  const name = active === undefined ? undefined : demoAccountName(address);
  return (
    <Popover
      label={demoCopy.choose}
      side="top"
      className="w-64"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="xs" data-slot="demo-wallet">
          {name ?? demoCopy.connect}
          <Icon name="chevronDown" size={12} />
        </Button>
      }
    >
      <DemoAccountList
        label={demoCopy.choose}
        selected={name === undefined ? undefined : address}
        onSelect={select}
      />
    </Popover>
  );
}
