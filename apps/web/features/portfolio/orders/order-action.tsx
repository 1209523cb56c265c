"use client";

import { Button } from "@/components/ui/button";
import type { TicketAction } from "@/features/ticket/ticket-action";

interface OrderActionProps {
  readonly button: TicketAction;
  readonly onPress: () => void;
}

/** Opens the review of an order, or says why there is none. */
export function OrderAction({ button, onPress }: OrderActionProps) {
  return (
    <Button
      variant={button.state === "risky" ? "danger" : "primary"}
      size="lg"
      className="whitespace-normal"
      data-slot="order-action"
      data-state={button.state}
      disabled={button.state === "off" || button.state === "checking"}
      pending={button.state === "checking"}
      onClick={onPress}
    >
      {button.label}
    </Button>
  );
}
