"use client";

import { cx } from "class-variance-authority";
import type { Address } from "viem";
import { Icon } from "@/components/icon";
import { menuItemStyles, PopoverClose } from "@/components/ui/popover";
import { formatAddress } from "@/lib/format";
import { demoAccounts } from "./accounts";

interface DemoAccountListProps {
  readonly label: string;
  readonly selected: Address | undefined;
  readonly onSelect: (address: Address) => void;
}

/** The demo accounts inside a popover; choosing one closes it. */
export function DemoAccountList({ label, selected, onSelect }: DemoAccountListProps) {
  return (
    <div role="radiogroup" aria-label={label}>
      {demoAccounts.map((account) => {
        const isSelected = account.address === selected;
        return (
          <PopoverClose key={account.address} asChild>
            {/* biome-ignore lint/a11y/useSemanticElements: a native radio cannot close the popover it stands in. */}
            <button
              type="button"
              role="radio"
              aria-checked={isSelected}
              className={menuItemStyles}
              onClick={() => onSelect(account.address)}
            >
              <Icon name="check" size={14} className={cx(!isSelected && "invisible")} />
              <span className="flex-1">{account.name}</span>
              <span className="font-mono text-12 text-fg-3 tracking-figure">
                {formatAddress(account.address)}
              </span>
            </button>
          </PopoverClose>
        );
      })}
    </div>
  );
}
