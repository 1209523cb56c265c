"use client";

import type { AssetState } from "@gimbal/sdk";
import { Segmented } from "@/components/ui/segmented";

interface AssetChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly assets: readonly AssetState[];
  readonly value: number;
  readonly onChange: (index: number) => void;
}

/** One of the assets of an account or a market. */
export function AssetChoice({ name, label, assets, value, onChange }: AssetChoiceProps) {
  return (
    <div
      data-slot="asset-choice"
      data-name={name}
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
    >
      <span className="text-12 text-fg-2">{label}</span>
      <Segmented
        label={label}
        options={assets.map(({ index, symbol }) => ({ value: `${index}`, label: symbol }))}
        value={`${value}`}
        onChange={(next) => onChange(Number(next))}
      />
    </div>
  );
}
