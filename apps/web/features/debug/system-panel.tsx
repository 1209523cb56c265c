"use client";

import { Definition, DefinitionList } from "@/components/ui/definition";
import { Panel } from "@/components/ui/panel";
import { debugCopy } from "@/content/debug";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useIndexer } from "@/features/indexer/use-indexer";

const copy = debugCopy.system;

/** What a report of a fault should name. */
export function SystemPanel() {
  const { version } = useRuntime();
  const { name, chainId, contracts } = useDeployment();
  const { state } = useIndexer();
  return (
    <Panel title={copy.title} data-debug-panel="system">
      <div className="grid gap-3 px-4 pb-4">
        <DefinitionList>
          <Definition term={copy.version}>
            <code className="break-all font-mono text-12">{version.split(":")[0]}</code>
          </Definition>
          <Definition term={copy.chain}>
            {name}, {chainId}
          </Definition>
          <Definition term={copy.index}>{copy.indexStates[state?.status ?? "none"]}</Definition>
        </DefinitionList>
        <h3 className="text-12 text-fg-3">{copy.contracts}</h3>
        <DefinitionList>
          {Object.entries(contracts).map(([contract, address]) => (
            <Definition key={contract} term={contract}>
              <code className="break-all font-mono text-12">{address}</code>
            </Definition>
          ))}
        </DefinitionList>
      </div>
    </Panel>
  );
}
