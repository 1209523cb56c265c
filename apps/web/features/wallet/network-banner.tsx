"use client";

import { useMutation } from "@tanstack/react-query";
import { UserRejectedRequestError } from "viem";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { walletCopy } from "@/content/wallet";
import { useDeployment } from "@/features/data/runtime-context";
import { useWallet } from "./use-wallet";

const copy = walletCopy.wrongNetwork;

/** The wallet is elsewhere: reading goes on, signing waits. */
export function NetworkBanner() {
  const { wrongNetwork, networkName, switchNetwork } = useWallet();
  const { name } = useDeployment();
  const { mutate, isPending } = useMutation({
    mutationFn: switchNetwork,
    onError: (error) =>
      error instanceof UserRejectedRequestError
        ? notify({ kind: "cancelled", title: walletCopy.switchCancelled })
        : notify({ kind: "failed", title: walletCopy.switchFailed, detail: shortMessage(error) }),
  });
  if (!wrongNetwork) return null;
  return (
    <Banner
      bleed
      tone="info"
      title={copy.title(networkName)}
      action={
        <Button size="sm" pending={isPending} onClick={() => mutate()}>
          {copy.action}
        </Button>
      }
    >
      {copy.body(name)}
    </Banner>
  );
}

function shortMessage(error: Error): string {
  return "shortMessage" in error && typeof error.shortMessage === "string"
    ? error.shortMessage
    : error.message;
}
