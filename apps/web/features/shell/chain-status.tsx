"use client";

import { Definition, DefinitionList } from "@/components/ui/definition";
import type { DotState } from "@/components/ui/dot";
import { Popover } from "@/components/ui/popover";
import { shellCopy } from "@/content/shell";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useDataStatus } from "@/features/data/use-data-status";
import type { DataStatus } from "@/features/data/watch-state";
import { useRpc } from "@/features/rpc/rpc-store";
import { AppLink } from "@/features/watch/app-link";
import { formatBlock, formatFullTime } from "@/lib/format";
import { StatusItem } from "./status-item";

const dots = { loading: "unknown", ok: "ok", stale: "warning", error: "bad" } as const satisfies Record<
  DataStatus["status"],
  DotState
>;

/** Chain, newest block on screen, and whether the chain answers. */
export function ChainStatus() {
  const status = useDataStatus();
  const { name } = useDeployment();
  const { rpcUrls } = useRuntime();
  // the rest of an address may be a key
  const endpoint = useRpc(({ current }) => rpcUrls[current] ?? rpcUrls[0]);
  const block = "block" in status ? status.block : undefined;
  const lost = status.status === "stale" && status.reason === "connection";
  const copy = shellCopy.chain;

  return (
    <Popover
      label={copy.label(name)}
      align="end"
      className="w-72 px-3 py-2.5 text-12"
      trigger={
        <StatusItem
          compact
          state={lost ? "bad" : dots[status.status]}
          term={name}
          value={
            <span data-slot="block-number" data-value={block?.toString()} data-status={status.status}>
              {block === undefined ? copy.states[status.status] : formatBlock(block)}
            </span>
          }
        />
      }
    >
      <DefinitionList>
        <Definition term={name}>{copy.states[status.status]}</Definition>
        <Definition term={copy.block}>{formatBlock(block)}</Definition>
      </DefinitionList>
      {"timestamp" in status && (
        <p className="mt-1.5 text-fg-2">{formatFullTime(Number(status.timestamp))}</p>
      )}
      <p className="mt-1.5 break-all text-fg-3">{copy.about(new URL(endpoint).host)}</p>
      <p className="mt-1.5">
        <AppLink href="/debug" className="text-accent hover:underline">
          {copy.details}
        </AppLink>
      </p>
      <p className="mt-1.5 text-fg-3">
        {shellCopy.unaudited.word}. {shellCopy.unaudited.text}
      </p>
    </Popover>
  );
}
