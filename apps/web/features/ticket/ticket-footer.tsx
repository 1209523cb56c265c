"use client";

import { Button } from "@/components/ui/button";
import { ticketCopy } from "@/content/ticket";
import { useDeployment } from "@/features/data/runtime-context";
import { useTradeStore } from "@/features/trade/trade-store";
import { openReview } from "@/features/transaction/transaction-store";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import { formatBlock } from "@/lib/format";
import { ticketAction } from "./ticket-action";
import type { TicketState } from "./use-ticket";

interface TicketFooterProps {
  readonly ticket: TicketState;
  readonly isStale: boolean;
}

/** The button, always in view, and what it rests on. */
export function TicketFooter({ ticket, isStale }: TicketFooterProps) {
  const wallet = useWallet();
  const canSign = useCanSign();
  const { owner, watching } = useOwner();
  const { name: chainName, chainId } = useDeployment();
  const setSheetOpen = useTradeStore((state) => state.setSheetOpen);
  const data = isStale ? "stale" : ticket.snapshot.timestamp === 0n ? "none" : "ok";
  const action = ticketAction({
    ...ticket,
    wallet,
    watching,
    chainName,
    data,
    hasPosition: ticket.position !== undefined,
  });

  const press = () => {
    if (action.state === "connect") wallet.connect();
    else if (action.state === "switch") void wallet.switchNetwork();
    else if (ticket.intent !== undefined && owner !== undefined) {
      setSheetOpen(false);
      openReview(ticket.intent, { owner, chainId }, { done: ticket.clear });
    }
  };
  const variant = action.state === "risky" ? "danger" : action.state === "switch" ? "secondary" : "primary";

  return (
    <div className="-mx-4 -mb-3 sticky bottom-0 mt-auto grid gap-2 bg-panel px-4 pt-2 pb-3 max-tablet:mb-0 max-tablet:pb-3.5">
      <Button
        variant={variant}
        size="lg"
        data-slot="ticket-action"
        data-state={action.state}
        disabled={action.state === "off" || action.state === "checking"}
        pending={action.state === "checking"}
        onClick={press}
      >
        {action.label}
      </Button>
      <p data-slot="ticket-foot" className="text-center text-12 text-fg-3">
        {canSign.ok || wallet.status !== "connected"
          ? ticketCopy.foot(formatBlock(ticket.snapshot.blockNumber))
          : canSign.reason}
      </p>
    </div>
  );
}
