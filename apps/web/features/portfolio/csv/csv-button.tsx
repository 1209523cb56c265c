"use client";

import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { notify } from "@/components/ui/toast";
import { columnsCopy } from "@/content/columns";
import { portfolioCopy } from "@/content/portfolio";
import type { HistoryEntry } from "../history/entries";
import { historyColumns } from "./columns";
import { csvOf, fileName } from "./csv";
import { download } from "./download";

const copy = portfolioCopy.history.csv;

interface CsvButtonProps {
  readonly entries: readonly HistoryEntry[];
  readonly owner: string;
  /** [unix seconds] */
  readonly now: bigint;
}

/** The rows on screen as a file, and what its columns mean. */
export function CsvButton({ entries, owner, now }: CsvButtonProps) {
  const write = () => {
    const name = fileName(owner, now);
    download(name, csvOf(historyColumns, entries));
    notify({ kind: "done", title: copy.done(entries.length), detail: name });
  };
  return (
    <span className="inline-flex gap-1.5">
      <Button
        size="sm"
        aria-label={copy.label(entries.length)}
        disabled={entries.length === 0}
        data-slot="csv"
        className="text-fg"
        onClick={write}
      >
        <Icon name="download" size={14} />
        {copy.button}
      </Button>
      <Popover
        label={copy.columns}
        align="end"
        className="w-96 max-w-[calc(100vw-24px)] px-3 py-2.5 text-12"
        trigger={
          <Button variant="ghost" size="sm">
            {copy.columns}
          </Button>
        }
      >
        <p className="mb-2 text-fg-2">{copy.about}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {historyColumns.map(({ name }) => (
            <div key={name} className="contents">
              <dt className="font-mono">{name}</dt>
              <dd className="text-fg-2">{columnsCopy[name]}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </span>
  );
}
