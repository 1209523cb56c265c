"use client";

import { cx } from "class-variance-authority";
import { Explain } from "@/components/ui/explain";
import { HeadCell, Table } from "@/components/ui/table";
import { earnCopy } from "@/content/earn";
import type { EarnMode } from "./dialog/earn-form";
import { ReserveRow } from "./reserve-row";
import type { ReserveView } from "./reserves";

const copy = earnCopy.table;
const { head, explain } = copy;

export interface ReserveListProps {
  readonly reserves: readonly ReserveView[];
  /** Key of the reserve whose curve is shown. */
  readonly selected: string;
  readonly isStale: boolean;
  readonly onSelect: (key: string) => void;
  readonly onEdit: (key: string, mode: EarnMode) => void;
}

/** All reserves, market by market. */
export function ReserveTable({ reserves, selected, isStale, onSelect, onEdit }: ReserveListProps) {
  return (
    <div className="overflow-x-auto">
      <Table aria-label={copy.label} className={cx(isStale && "text-fg-2")}>
        <thead>
          <tr>
            <HeadCell>{head.reserve}</HeadCell>
            <HeadCell numeric>{head.supplied}</HeadCell>
            <HeadCell numeric>
              <Explain term={head.utilisation}>{explain.utilisation}</Explain>
            </HeadCell>
            <HeadCell numeric className="max-desktop:hidden">
              {head.borrowRate}
            </HeadCell>
            <HeadCell numeric>
              <Explain term={head.supplyRate}>{explain.supplyRate}</Explain>
            </HeadCell>
            <HeadCell numeric className="max-desktop:hidden">
              <Explain term={head.cash}>{explain.cash}</Explain>
            </HeadCell>
            <HeadCell numeric>{head.yours}</HeadCell>
            <HeadCell>
              <span className="sr-only">{head.actions}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {reserves.map((reserve) => (
            <ReserveRow
              key={reserve.key}
              reserve={reserve}
              isSelected={reserve.key === selected}
              onSelect={onSelect}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
