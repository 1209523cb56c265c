"use client";

import { Panel } from "@/components/ui/panel";
import { debugCopy as copy } from "@/content/debug";
import { shellCopy } from "@/content/shell";
import { dataOf } from "@/features/data/loadable";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { OracleTable } from "@/features/shell/oracle-table";
import { oracleViewOf } from "@/features/shell/oracle-view";
import { DecodePanel } from "./decode-panel";
import { EndpointsPanel } from "./endpoints-panel";
import { SystemPanel } from "./system-panel";

/** For whoever looks for the reason of a fault, or reports one. */
export function DebugScreen() {
  const oracle = dataOf(useSnapshotSelect(oracleViewOf));
  return (
    <div data-slot="debug" className="grid gap-3">
      <header className="flex min-h-10 flex-wrap items-baseline gap-x-3.5">
        <h1 className="font-semibold text-20 tracking-figure">{copy.title}</h1>
        <span className="text-fg-2">{copy.about}</span>
      </header>
      <div className="grid items-start gap-3 desktop:grid-cols-2">
        <div className="grid min-w-0 gap-3">
          <EndpointsPanel />
          <DecodePanel />
          <Panel title={copy.oracle.title} data-debug-panel="oracle">
            <div className="overflow-x-auto px-4 pb-3">
              {oracle === undefined ? (
                <p className="text-fg-3">{copy.oracle.none}</p>
              ) : (
                <OracleTable view={oracle} label={shellCopy.oracle.label} isRoomy />
              )}
            </div>
          </Panel>
        </div>
        <SystemPanel />
      </div>
    </div>
  );
}
