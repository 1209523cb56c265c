"use client";

import { Button } from "@/components/ui/button";
import { portfolioCopy } from "@/content/portfolio";
import { signingCopy } from "@/content/signing";
import { useOwner } from "@/features/wallet/use-owner";

const copy = portfolioCopy.accounts;

interface ManageButtonProps {
  readonly name: string;
  readonly size: "sm" | "md";
  readonly onPress: () => void;
}

/** Adds to, takes from, or shrinks a sub-account; who watches cannot. */
export function ManageButton({ name, size, onPress }: ManageButtonProps) {
  const { watching } = useOwner();
  return (
    <Button
      size={size}
      className="max-tablet:h-11 max-tablet:w-full"
      aria-label={copy.manageLabel(name)}
      disabled={watching}
      title={watching ? signingCopy.watching : undefined}
      onClick={onPress}
    >
      {copy.manage}
    </Button>
  );
}
