"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dot, type DotState } from "@/components/ui/dot";
import { Panel } from "@/components/ui/panel";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { debugCopy } from "@/content/debug";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { useRpc } from "@/features/rpc/rpc-store";
import { formatBlock, UNKNOWN } from "@/lib/format";
import { type Probe, probe } from "./probe";

const copy = debugCopy.endpoints;

type State = keyof typeof copy.states;
const dots = {
  used: "ok",
  ready: "ok",
  down: "bad",
  foreign: "bad",
  asking: "unknown",
} as const satisfies Record<State, DotState>;

/** Every endpoint of the chain: whether it answers, with what, and which is used. */
export function EndpointsPanel() {
  const { rpcUrls, chainId } = useRuntime();
  const current = useRpc((state) => state.current);
  const { data, isFetching, refetch } = useQuery({
    queryKey: queryKeys.of("endpoints", ...rpcUrls),
    queryFn: () => Promise.all(rpcUrls.map(probe)),
    staleTime: 0,
  });
  return (
    <Panel
      title={copy.title}
      data-debug-panel="endpoints"
      aside={
        <Button size="xs" pending={isFetching} onClick={() => void refetch()}>
          {copy.again}
        </Button>
      }
    >
      <div className="overflow-x-auto">
        <Table aria-label={copy.table}>
          <thead>
            <tr>
              <HeadCell>{copy.head.url}</HeadCell>
              <HeadCell>{copy.head.state}</HeadCell>
              <HeadCell numeric>{copy.head.chain}</HeadCell>
              <HeadCell numeric>{copy.head.block}</HeadCell>
              <HeadCell numeric>{copy.head.delay}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rpcUrls.map((url, index) => {
              const said = data?.[index];
              const state = stateOf(said, chainId, index === current);
              const up = said?.status === "up" ? said : undefined;
              return (
                <Row key={url} data-endpoint={index} data-state={state}>
                  <Cell className="h-10 font-mono text-12">{new URL(url).host}</Cell>
                  <Cell className="h-10">
                    <span className="inline-flex items-center gap-1.5">
                      <Dot state={dots[state]} />
                      {copy.states[state]}
                    </span>
                  </Cell>
                  <Cell numeric className="h-10">
                    {up?.chainId ?? UNKNOWN}
                  </Cell>
                  <Cell numeric className="h-10">
                    {formatBlock(up?.block)}
                  </Cell>
                  <Cell numeric className="h-10">
                    {up === undefined ? UNKNOWN : copy.delay(up.delay)}
                  </Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      </div>
      <p className="px-4 py-3 text-12 text-fg-3">{copy.note}</p>
    </Panel>
  );
}

function stateOf(said: Probe | undefined, chainId: number, isUsed: boolean): State {
  if (said === undefined) return "asking";
  if (said.status === "down") return "down";
  if (said.chainId !== chainId) return "foreign";
  return isUsed ? "used" : "ready";
}
