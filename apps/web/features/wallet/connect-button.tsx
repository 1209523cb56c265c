"use client";

import { Button } from "@/components/ui/button";
import { walletCopy } from "@/content/wallet";
import { AccountMenu } from "./account-menu";
import { loadConnectModal } from "./connect-modal-host";
import { useWallet } from "./use-wallet";

/** Connects, or shows who is connected. RainbowKit loads when a pointer or the focus comes near. */
export function ConnectButton() {
  const wallet = useWallet();
  if (wallet.status === "connected" && wallet.address !== undefined) {
    return <AccountMenu address={wallet.address} />;
  }
  return (
    <Button
      variant="primary"
      data-slot="connect"
      pending={wallet.status === "connecting"}
      onClick={wallet.connect}
      onPointerEnter={() => void loadConnectModal()}
      onFocus={() => void loadConnectModal()}
      className="ml-1 max-tablet:h-10"
    >
      {wallet.status === "connecting" ? (
        walletCopy.connecting
      ) : (
        <span>
          {walletCopy.connectVerb}
          <span className="max-tablet:sr-only"> {walletCopy.connectObject}</span>
        </span>
      )}
    </Button>
  );
}
