"use client";

import { Button } from "@/components/ui/button";
import { portfolioCopy } from "@/content/portfolio";
import { signingCopy } from "@/content/signing";
import { useOwner } from "@/features/wallet/use-owner";

const copy = portfolioCopy.accounts;

interface OrdersButtonProps {
  readonly name: string;
  readonly size: "sm" | "md";
  readonly onPress: () => void;
}

/** Swaps what a sub-account has, or moves it to another; who watches cannot. */
export function OrdersButton({ name, size, onPress }: OrdersButtonProps) {
  const { watching } = useOwner();
  return (
    <Button
      size={size}
      className="max-tablet:h-11 max-tablet:w-full"
      aria-label={copy.ordersLabel(name)}
      disabled={watching}
      title={watching ? signingCopy.watching : undefined}
      onClick={onPress}
    >
      {copy.orders}
    </Button>
  );
}
