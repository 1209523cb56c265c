"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";

export interface TabItem<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown beside the label; undefined while unknown. */
  readonly count?: number | undefined;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Right end of the bar. */
  readonly aside?: ReactNode;
  /** One `TabPanel` for each tab. */
  readonly children: ReactNode;
}

/** Views of one region, one at a time. */
export function Tabs<T extends string>({ label, tabs, value, onChange, aside, children }: TabsProps<T>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as T)} className="flex min-h-0 flex-col">
      <div className="flex h-10 shrink-0 items-stretch gap-4 border-line border-b px-4">
        <Radix.List aria-label={label} className="flex items-stretch gap-[18px]">
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.value}
              value={tab.value}
              data-slot="tab"
              className="relative flex items-center gap-1.5 text-fg-2 hover:text-fg data-[state=active]:font-medium data-[state=active]:text-fg data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:bg-fg"
            >
              {tab.label}
              {tab.count !== undefined && <span className="font-normal text-11 text-fg-3">{tab.count}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside !== undefined && <div className="ml-auto flex items-center gap-4">{aside}</div>}
      </div>
      {children}
    </Radix.Root>
  );
}

interface TabPanelProps {
  readonly value: string;
  readonly children: ReactNode;
}

export function TabPanel({ value, children }: TabPanelProps) {
  return (
    <Radix.Content value={value} data-slot="tab-panel" className="min-h-0 flex-1 overflow-auto">
      {children}
    </Radix.Content>
  );
}
